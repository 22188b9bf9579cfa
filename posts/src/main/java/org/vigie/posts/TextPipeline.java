/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.posts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.core.column.IntList;
import org.vigie.core.column.StringTable;
import org.vigie.nlp.language.LanguageGuess;
import org.vigie.nlp.language.LanguageIdentifier;
import org.vigie.nlp.text.TextEntities;
import org.vigie.nlp.text.TextNormalizer;

/**
 * Derives from each distinct wording what is ever asked of it, once, while the next posts are read. This is its
 * normalised form. For each distinct normalised text it is also the language of the first wording that was met.
 *
 * <p>Wordings go in batches to the other threads. Where all are busy the reading thread does the work itself, so that
 * no more than some batches wait. Threads end by themselves when nothing comes. One thread adds; results are there
 * after {@link #finish}.
 */
final class TextPipeline {
    static final int EMPTY = -1;

    private static final int MIN_WORDS = 3;
    private static final int BATCH = 512;
    private static final int WAITING = 8;

    private final TextNormalizer normalizer;
    private final @Nullable LanguageIdentifier identifier;
    private final @Nullable ThreadPoolExecutor workers;
    private final List<Future<?>> running = new ArrayList<>();

    private String[] batch = new String[BATCH];
    private int filled;
    private int added;

    /** By wording the number of its text, or {@link #EMPTY}. */
    private int[] textOf = new int[BATCH];

    private final StringTable texts = new StringTable();
    /** By text the wording whose language is known, or -1. */
    private final IntList wordingOf = new IntList();

    /** By text whether it is specific. */
    private final BitSet specific = new BitSet();

    private final Guesses guesses = new Guesses();
    /** By text the number of the guess for its language. */
    private final IntList guessOf = new IntList();

    TextPipeline(TextNormalizer normalizer, @Nullable LanguageIdentifier identifier, int threads) {
        this.normalizer = normalizer;
        this.identifier = identifier;
        this.workers = threads == 1
                ? null
                : new ThreadPoolExecutor(
                        threads - 1,
                        threads - 1,
                        1,
                        TimeUnit.SECONDS,
                        new ArrayBlockingQueue<>(WAITING),
                        TextPipeline::daemon,
                        new ThreadPoolExecutor.CallerRunsPolicy());
        if (workers != null) {
            workers.allowCoreThreadTimeOut(true);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "vigie-texts");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes the next new wording; wordings are numbered as they come. */
    void add(String wording) {
        batch[filled++] = wording;
        added++;
        if (filled == BATCH) {
            send();
        }
    }

    /** Takes a wording of which everything is known already. */
    void addKnown(String normalized, LanguageGuess language, boolean isOfWording) {
        send();
        int wording = added++;
        synchronized (this) {
            int text = normalized.isEmpty() ? EMPTY : intern(normalized, -1);
            setText(wording, text);
            if (text != EMPTY && isOfWording && wordingOf.get(text) < 0) {
                wordingOf.set(text, wording);
                guessOf.set(text, guesses.add(language));
            }
        }
    }

    private void send() {
        if (filled == 0) {
            return;
        }
        String[] wordings = filled == BATCH ? batch : Arrays.copyOf(batch, filled);
        int first = added - filled;
        batch = new String[BATCH];
        filled = 0;
        if (workers == null) {
            work(wordings, first);
        } else {
            running.removeIf(TextPipeline::isDone);
            running.add(workers.submit(() -> work(wordings, first)));
        }
    }

    /** Fails if the work did. */
    private static boolean isDone(Future<?> work) {
        if (work.isDone()) {
            await(work);
        }
        return work.isDone();
    }

    private static void await(Future<?> work) {
        boolean interrupted = false;
        while (true) {
            try {
                work.get();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) {
                    throw error;
                }
                throw new IllegalStateException("a text could not be read", e.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void work(String[] wordings, int first) {
        String[] normalized = new String[wordings.length];
        for (int i = 0; i < normalized.length; i++) {
            normalized[i] = normalizer.normalize(wordings[i]);
        }
        int[] unknown = new int[wordings.length]; // the text that this wording is the first of, or EMPTY
        synchronized (this) {
            for (int i = 0; i < normalized.length; i++) {
                int before = texts.size();
                int text = normalized[i].isEmpty() ? EMPTY : intern(normalized[i], first + i);
                setText(first + i, text);
                unknown[i] = text >= before ? text : EMPTY;
            }
        }
        LanguageIdentifier languages = identifier;
        if (languages == null) {
            return;
        }
        LanguageGuess[] found = new LanguageGuess[wordings.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = unknown[i] == EMPTY ? Guesses.NONE : languages.identify(wordings[i]);
        }
        synchronized (this) {
            for (int i = 0; i < found.length; i++) {
                if (unknown[i] != EMPTY) {
                    guessOf.set(unknown[i], guesses.add(found[i]));
                }
            }
        }
    }

    private int intern(String normalized, int wording) {
        int before = texts.size();
        int text = texts.add(normalized);
        if (text == before) {
            wordingOf.add(wording);
            guessOf.add(0);
            specific.set(text, isSpecific(normalized));
        }
        return text;
    }

    /** Whether a normalised text has enough words and characters not to be a greeting. */
    private static boolean isSpecific(String text) {
        int words = 0;
        int dense = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            boolean isLetter = TextEntities.isWordPart(c);
            words += isLetter && !inWord ? 1 : 0;
            inWord = isLetter;
            // Scripts without blanks: a character says as much as two letters, three are a word.
            dense += Character.isIdeographic(c) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x0E00 && c <= 0x0E7F) ? 1 : 0;
        }
        return text.length() + dense >= Corpus.MIN_TEXT_LENGTH && words + dense / 3 >= MIN_WORDS;
    }

    /** Whether a text is specific. */
    boolean isSpecific(int text) {
        return specific.get(text);
    }

    private void setText(int wording, int text) {
        if (wording >= textOf.length) {
            textOf = Arrays.copyOf(textOf, Math.max(wording + 1, textOf.length + (textOf.length >> 1)));
        }
        textOf[wording] = text;
    }

    /** Waits until everything that was added is done. */
    void finish() {
        send();
        running.forEach(TextPipeline::await);
        running.clear();
    }

    /** The number of a wording's text, or {@link #EMPTY}. */
    int textOf(int wording) {
        return textOf[wording];
    }

    boolean hasLanguages() {
        return identifier != null;
    }

    StringTable texts() {
        return texts;
    }

    /** What is said of the language of a text as its earliest wording shows it. */
    LanguageGuess guess(int text, int wording, StringTable wordings) {
        LanguageIdentifier languages = identifier;
        if (languages == null) {
            return Guesses.NONE;
        }
        if (wordingOf.get(text) != wording) {
            // The next corpus of the same draft asks for the same wording, most likely.
            guessOf.set(text, guesses.add(languages.identify(wordings.get(wording))));
            wordingOf.set(text, wording);
        }
        return guesses.get(guessOf.get(text));
    }
}
