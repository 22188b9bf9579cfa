/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.nlp.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTrainerTest {
    @TempDir
    private Path folder;

    private static final List<String> FRENCH = List.of(
            "le chat dort sur la table", "nous avons mangé du pain", "il fait beau aujourd'hui", "où est la gare");
    private static final List<String> GERMAN = List.of(
            "die Katze schläft auf dem Tisch",
            "wir haben Brot gegessen",
            "heute ist das Wetter schön",
            "wo ist der Bahnhof");
    private static final List<String> RUSSIAN = List.of("кошка спит на столе", "мы ели хлеб", "где находится вокзал");
    private static final List<String> UKRAINIAN =
            List.of("кішка спить на столі", "ми їли хліб", "де знаходиться вокзал");

    /** Shuffled words of a few sentences make as many distinct lines as training needs. */
    private void write(String tag, List<String> sentences) throws IOException {
        Random random = new Random(tag.hashCode());
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            lines.append("own\t");
            for (int w = 0; w < 5; w++) {
                String[] words = sentences.get(random.nextInt(sentences.size())).split(" ", -1);
                lines.append(words[random.nextInt(words.length)]).append(' ');
            }
            lines.append('\n');
        }
        Files.createDirectories(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts").resolve(tag + ".tsv"), lines);
    }

    private Path train(long seed, String name) throws IOException {
        write("fr", FRENCH);
        write("de", GERMAN);
        write("ru", RUSSIAN);
        write("uk", UKRAINIAN);
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Files.writeString(lists.resolve("fr.tsv"), "pain\t10\ngare\t5\n");
        Path model = folder.resolve(name);
        LanguageModelTrainer.withDefaults()
                .withSeed(seed)
                .withSamples(20_000)
                .withWeights(2_000)
                .train(folder.resolve("texts"), List.of(lists), model);
        return model;
    }

    @Test
    void learnsToTellLanguagesApart() throws IOException {
        LanguageIdentifier identifier = LanguageIdentifier.load(train(1, "m.bin"));
        assertThat(identifier.identify("la table et le pain").tag()).isEqualTo("fr");
        assertThat(identifier.identify("der Tisch ist schön").tag()).isEqualTo("de");
        assertThat(identifier.identify("кошка").tag()).isEqualTo("ru");
        assertThat(identifier.identify("кішка").tag()).isEqualTo("uk");
        assertThat(identifier.languages())
                .contains("fr", "de", "ru", "uk", "el")
                .doesNotContain("en");
    }

    @Test
    void sameSeedSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(train(7, "a.bin"));
        assertThat(Files.readAllBytes(train(7, "b.bin"))).isEqualTo(first);
        assertThat(Files.readAllBytes(train(8, "c.bin"))).isNotEqualTo(first);
    }

    @Test
    void leavesASourceOut() throws IOException {
        write("fr", FRENCH);
        write("de", GERMAN);
        Path german = folder.resolve("texts").resolve("de.tsv");
        Files.writeString(german, Files.readString(german).replace("own\t", "other\t"));
        Files.writeString(german, Files.readString(german) + "own\tcette phrase est en français\n".repeat(3));
        List<String> log = new ArrayList<>();
        LanguageModelTrainer trainer = LanguageModelTrainer.withDefaults()
                .withSamples(20_000)
                .withWeights(2_000)
                .without("de", "own")
                .withLog(log::add);
        trainer.train(folder.resolve("texts"), List.of(), folder.resolve("m.bin"));
        assertThat(log).contains("de: 3 lines left out");
        assertThat(log).noneMatch(line -> line.startsWith("fr: "));
    }

    @Test
    void aLanguageWithoutWordListIsExpectedLessOften() throws IOException {
        write("fr", FRENCH);
        write("zz", GERMAN); // a third: two languages of a script are expected alike
        Path texts = folder.resolve("texts");
        Files.writeString(texts.resolve("oc.tsv"), Files.readString(texts.resolve("fr.tsv")));
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Files.writeString(lists.resolve("fr.tsv"), "chat\t1\ntable\t1\n");
        Path model = folder.resolve("m.bin");
        LanguageModelTrainer.withDefaults()
                .withSamples(20_000)
                .withWeights(2_000)
                .train(texts, List.of(lists), model);
        try (InputStream in = Files.newInputStream(model)) {
            LanguageModel read = ModelFormat.read(in);
            assertThat(read.labels.get(0).tag()).isEqualTo("fr");
            double lead = (read.bias[0] - read.bias[1]) * (double) read.scale[Scripts.LATIN];
            assertThat(lead).isBetween(0.2, 1.2); // without it, -0.4: words of the list crowd out those of the text
        }
    }

    @Test
    void whatIsRomanisedIsNoLanguage() throws IOException {
        LanguageIdentifier identifier = LanguageIdentifier.load(train(1, "m.bin"));
        assertThat(identifier.languages()).doesNotContain("und");
        assertThat(identifier.identify("koshka spit na stole gde vokzal").probability())
                .isLessThan(0.5);
        assertThat(identifier.identify("le chat dort sur la table").probability())
                .isGreaterThan(0.9);
    }

    @Test
    void goesOnFromAModelAndLearnsWhatIsNoneOfItsLanguages() throws IOException {
        Path start = train(1, "start.bin");
        String made = "zorbu klimax vantu prelix mugatu sebrix talomu derbix";
        Path declaration = folder.resolve("declaration.tsv");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("zzz\tzzz\tMade up\t")
                    .append(made)
                    .append(' ')
                    .append(i)
                    .append('\n');
            lines.append("fr-CA\tfra\tFrench\tle pain et la table\n"); // known: not among the strangers
        }
        Files.writeString(declaration, lines);
        assertThat(LanguageModelTrainer.isHeldOutLanguage("zzz")).isFalse();
        List<byte[]> models = new ArrayList<>();
        List<String> log = new ArrayList<>();
        for (String name : List.of("a.bin", "b.bin")) {
            LanguageModelTrainer.withDefaults()
                    .withSamples(20_000)
                    .withWeights(3_000)
                    .from(start, Set.of())
                    .withDeclaration(declaration)
                    .withLog(log::add)
                    .train(folder.resolve("texts"), List.of(), folder.resolve(name));
            models.add(Files.readAllBytes(folder.resolve(name)));
        }
        assertThat(models.get(1)).isEqualTo(models.get(0));
        assertThat(log).contains("Latn und:0 zzz");
        LanguageIdentifier identifier = LanguageIdentifier.load(folder.resolve("a.bin"));
        assertThat(identifier.languages()).doesNotContain("und", "zzz");
        assertThat(identifier.identify("klimax mugatu zorbu").probability()).isLessThan(0.5);
        assertThat(identifier.identify("la table et le pain").tag()).isEqualTo("fr");
        assertThat(identifier.identify("кішка").tag()).isEqualTo("uk");
    }

    /** A word that comes up only after the weights were pruned has its weights in the rows that are kept. */
    @Test
    void goesOnFromManyWordsWithFewSamples() throws IOException {
        for (String tag : List.of("fr", "de")) {
            Random random = new Random(tag.length() + tag.charAt(0));
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                words.add(Long.toString(Math.floorMod(random.nextLong(), 1L << 40), 26 + tag.charAt(0) % 7)
                        .replaceAll("[0-9]", "a"));
            }
            write(tag, List.of(String.join(" ", words)));
        }
        Path texts = folder.resolve("texts");
        Path start = folder.resolve("start.bin");
        LanguageModelTrainer trainer = LanguageModelTrainer.withDefaults().withWeights(50_000);
        trainer.withSamples(200_000).train(texts, List.of(), start);
        Path model = folder.resolve("more.bin");
        trainer.withSamples(1_000).from(start, Set.of("fr")).train(texts, List.of(), model);
        assertThat(LanguageIdentifier.load(model).languages()).contains("fr", "de");
    }

    /** Languages that learn again may be all: as if trained anew from the weights that there were. */
    @Test
    void everyLanguageMayLearnAgain() throws IOException {
        Path start = train(1, "start.bin");
        Path model = folder.resolve("again.bin");
        LanguageModelTrainer.withDefaults()
                .withSamples(20_000)
                .withWeights(2_000)
                .from(start, Set.of("all"))
                .train(folder.resolve("texts"), List.of(), model);
        LanguageIdentifier identifier = LanguageIdentifier.load(model);
        assertThat(identifier.identify("la table et le pain").tag()).isEqualTo("fr");
        assertThat(identifier.identify("кішка").tag()).isEqualTo("uk");
    }

    /** What is not trained needs no texts, and answers as before. */
    @Test
    void onlySomeScriptsLearn() throws IOException {
        Path start = train(1, "start.bin");
        Path model = folder.resolve("some.bin");
        Files.delete(folder.resolve("texts").resolve("de.tsv"));
        LanguageModelTrainer trainer =
                LanguageModelTrainer.withDefaults().withSamples(20_000).withWeights(2_000);
        List<String> log = new ArrayList<>();
        trainer.from(start, Set.of("all"))
                .withScripts(Set.of("Cyrl"))
                .withLog(log::add)
                .train(folder.resolve("texts"), List.of(), model);
        LanguageIdentifier before = LanguageIdentifier.load(start);
        LanguageIdentifier after = LanguageIdentifier.load(model);
        assertThat(after.languages()).isEqualTo(before.languages());
        assertThat(after.identify("heute ist das Wetter schön"))
                .isEqualTo(before.identify("heute ist das Wetter schön"));
        assertThat(after.identify("кішка").tag()).isEqualTo("uk");
        assertThat(log).contains("Cyrl: ru uk", "Latn: as it was").doesNotContain("Latn: fr und");
        assertThatThrownBy(() -> trainer.withScripts(Set.of("Latn", "Elvish")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("script must be an ISO 15924 code such as Latn but was Elvish");
    }

    /** The Declaration has Yiddish digraphs as one letter each; people type two. */
    @Test
    void yiddishIsLearntAsItIsTyped() throws IOException {
        write("he", List.of("החתול ישן על השולחן", "אכלנו לחם היום", "איפה התחנה"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            lines.append("yi\tydd\tYiddish\tמיר װילן רײדן װי אַלע און גײן אַהײם\n");
        }
        Path declaration = folder.resolve("declaration.tsv");
        Files.writeString(declaration, lines);
        Path model = folder.resolve("m.bin");
        LanguageModelTrainer.withDefaults()
                .withSamples(20_000)
                .withWeights(4_000)
                .withDeclaration(declaration)
                .train(folder.resolve("texts"), List.of(), model);
        LanguageIdentifier identifier = LanguageIdentifier.load(model);
        assertThat(identifier.identify("מיר ווילן גיין אהיים").tag()).isEqualTo("yi");
        assertThat(identifier.identify("החתול אכל לחם").tag()).isEqualTo("he");
    }

    /** Progress is told for every tenth part, though no sample changes a weight. */
    @Test
    void saysHowFarItIsWhenNothingIsNew() throws IOException {
        Path start = train(1, "start.bin");
        List<String> log = new ArrayList<>();
        LanguageModelTrainer.withDefaults()
                .withSamples(20_000)
                .withWeights(2_000)
                .from(start, Set.of())
                .withLog(log::add)
                .train(folder.resolve("texts"), List.of(), folder.resolve("again.bin"));
        assertThat(log.stream().filter(line -> line.matches(" {2}\\d+ samples, mean loss .*")))
                .as("two scripts")
                .hasSize(20);
    }

    @Test
    void losesNoLanguageOfTheModelItStartsFrom() throws IOException {
        Path start = train(1, "start.bin");
        Path texts = folder.resolve("texts");
        Path model = folder.resolve("more.bin");
        LanguageModelTrainer trainer =
                LanguageModelTrainer.withDefaults().withSamples(20_000).withWeights(2_000);
        Files.delete(texts.resolve("de.tsv"));
        assertThatThrownBy(() -> trainer.from(start, Set.of()).train(texts, List.of(), model))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("texts must have every label of the model in Latn but had none of de");
        Files.delete(texts.resolve("ru.tsv"));
        Files.delete(texts.resolve("uk.tsv"));
        write("it", List.of("il gatto dorme sul tavolo", "abbiamo mangiato il pane", "oggi fa bel tempo"));
        write("de", GERMAN);
        assertThatThrownBy(() -> trainer.from(start, Set.of()).train(texts, List.of(), model))
                .as("texts of no language came of Russian and Ukrainian ones")
                .hasMessage("texts must have every label of the model in Latn but had none of und");
        for (String tag : List.of("fr", "de", "it")) {
            Files.delete(texts.resolve(tag + ".tsv"));
        }
        write("bg", List.of("котката спи на масата", "ядохме хляб", "къде е гарата"));
        assertThatThrownBy(() -> trainer.from(start, Set.of()).train(texts, List.of(), model))
                .as("a new language alone")
                .hasMessage("texts must have every label of the model in Cyrl but had none of ru uk");
        assertThat(model).doesNotExist();
        assertThatThrownBy(() -> trainer.from(start, Set.of("xx")).train(texts, List.of(), model))
                .hasMessage("tag to learn again must be one of the model but was xx");
        write("ru", RUSSIAN);
        write("uk", UKRAINIAN);
        write("fr", FRENCH);
        write("de", GERMAN);
        trainer.from(start, Set.of("uk")).train(texts, List.of(), model);
        assertThat(LanguageIdentifier.load(model).languages()).contains("fr", "de", "ru", "uk", "bg");
    }

    @Test
    void theOnlyLanguageOfAScriptIsTold() throws IOException {
        write("fr", FRENCH);
        write("de", GERMAN);
        write("el", List.of("η γάτα κοιμάται στο τραπέζι", "φάγαμε ψωμί"));
        List<String> log = new ArrayList<>();
        LanguageModelTrainer.withDefaults()
                .withSamples(20_000)
                .withWeights(2_000)
                .withLog(log::add)
                .train(folder.resolve("texts"), List.of(), folder.resolve("m.bin"));
        assertThat(log).contains("Grek: no labels, for el is the only language with texts");
    }

    @Test
    void aLanguageWithoutLabelIsNotTakenForItsNeighbour() throws IOException {
        write("fr", FRENCH);
        write("ru", RUSSIAN);
        write("uk", UKRAINIAN);
        Path lists = Files.createDirectories(folder.resolve("lists"));
        Path texts = folder.resolve("texts");
        Path model = folder.resolve("m.bin");
        LanguageModelTrainer trainer =
                LanguageModelTrainer.withDefaults().withSamples(20_000).withWeights(2_000);
        trainer.train(texts, List.of(lists), model);
        String rusyn = "днесь кошка спит лем на столе";
        assertThat(LanguageIdentifier.load(model).identify(rusyn).probability()).isGreaterThan(0.7);
        Files.writeString(lists.resolve("rue~ru.tsv"), "днесь\t10\nтота\t10\nлем\t10\nвшытко\t10\n");
        trainer.train(texts, List.of(lists), model);
        LanguageIdentifier identifier = LanguageIdentifier.load(model);
        assertThat(identifier.identify(rusyn).probability()).isLessThan(0.5);
        assertThat(identifier.identify("где хлеб на вокзале").probability()).isGreaterThan(0.7);
        assertThat(identifier.languages()).doesNotContain("rue");
    }

    @Test
    void textsTrainTheOtherAlphabetOfTheirLanguageWhereAsked() throws IOException {
        write("fr", FRENCH);
        write("uz", List.of("bugun qishloqda chiroq yo'q", "yangi maktab ochildi"));
        write("ru", RUSSIAN);
        write("uk", UKRAINIAN);
        Path texts = folder.resolve("texts");
        Path model = folder.resolve("m.bin");
        LanguageModelTrainer trainer =
                LanguageModelTrainer.withDefaults().withSamples(20_000).withWeights(2_000);
        trainer.train(texts, List.of(), model);
        assertThat(LanguageIdentifier.load(model).identify("янги мактаб очилди").tag())
                .isNotEqualTo("uz");
        trainer.withSpellings().train(texts, List.of(), model);
        assertThat(LanguageIdentifier.load(model).identify("янги мактаб очилди").tag())
                .isEqualTo("uz");
    }

    @Test
    void rejectsWhatMakesNoSense() {
        LanguageModelTrainer trainer = LanguageModelTrainer.withDefaults();
        assertThatThrownBy(() -> trainer.withSamples(10)).hasMessage("samples must be at least 1000 but was 10");
        assertThatThrownBy(() -> trainer.withWeights(1)).hasMessage("weights must be in [1000, 12000000] but was 1");
    }
}
