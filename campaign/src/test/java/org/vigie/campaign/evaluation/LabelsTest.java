/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.posts.PostSource.Reject;
import org.vigie.posts.simulation.SimulationTruth;
import org.vigie.posts.simulation.Simulator;

final class LabelsTest {
    @TempDir
    private Path folder;

    private final List<Reject> rejects = new ArrayList<>();

    @Test
    void zeroAndItsWordsAreOfNoCampaign() throws IOException {
        Labels labels = read("account,label\na,1\nb,0\nc,Genuine\nd,FALSE\ne,troupe-été\nf,true\n");
        assertThat(labels.accounts())
                .containsExactly(
                        entry("a", "1"),
                        entry("b", ""),
                        entry("c", ""),
                        entry("d", ""),
                        entry("e", "troupe-été"),
                        entry("f", "true"));
        assertThat(labels.label("z")).isEmpty();
        assertThat(labels.posts()).isEmpty();
        assertThat(rejects).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "label,account\n1,a\n",
                "User ID;Campaign\na;1\n",
                "screen_name\tis_bot\na\t1\n",
                "id,class\na,1\n",
                "\uFEFFaccount,notes,label\na,\"x, y\",1\n",
                "{\"username\":\"a\",\"label\":1}\n",
                "[{\"author\":\"a\",\"group\":\"1\"}]"
            })
    void columnsAreFoundByTheirNames(String table) throws IOException {
        assertThat(read(table).accounts()).containsExactly(entry("a", "1"));
    }

    @Test
    void anEmptyCellIsNoCampaignOnlyWhereCampaignsAreNamed() throws IOException {
        assertThat(read("account,campaign\na,c1\nb,\n").accounts()).containsExactly(entry("a", "c1"), entry("b", ""));
        assertThat(rejects).isEmpty();
        assertThat(read("account,label\na,1\nb,\nc,unknown\n,1\n").accounts()).containsExactly(entry("a", "1"));
        assertThat(rejects).extracting(Reject::reason).containsExactly("no label", "no label", "no account");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NA", "#N/A", "<NA>", "nan", "NULL", "\\N", "undefined", "?", "Unlabelled"})
    void wordsForNothingAreNoLabelAndNoAccount(String word) throws IOException {
        assertThat(read("account,label\na,1\nb," + word + "\n").accounts()).containsExactly(entry("a", "1"));
        assertThat(rejects).extracting(Reject::reason).containsExactly("no label");
        rejects.clear();
        assertThat(read("account,label\na,1\nnone,1\nNaN,1\n").accounts())
                .containsExactly(entry("a", "1"), entry("none", "1"));
        assertThat(rejects).extracting(Reject::reason).containsExactly("no account");
    }

    @Test
    void theFirstCampaignOfAnAccountCounts() throws IOException {
        Labels labels = read("account,label\na,0\na,x\na,y\nb,x\nb,x\n");
        assertThat(labels.accounts()).containsExactly(entry("a", "x"), entry("b", "x"));
        assertThat(labels.contradictions()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "account,label\n", "account,label\na,\n"})
    void aTableThatLabelsNobodyIsRefused(String table) {
        assertThatThrownBy(() -> read(table))
                .isInstanceOf(IOException.class)
                .hasMessage("truth.csv: no row labels an account");
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatThrownBy(() -> read("name,label\na,1\n"))
                .hasMessageContaining(
                        "truth.csv: no column of accounts among name, label; name it account, account_id");
        assertThatThrownBy(() -> read("account,size\na,1\n"))
                .hasMessageContaining("truth.csv: no column of labels among account, size; name it campaign, label");
        assertThatThrownBy(() -> Labels.read(folder, rejects::add)).hasMessageContaining("is a folder");
    }

    @Test
    void whatTheSimulatorWritesIsRead() throws IOException {
        Path truth = folder.resolve("truth.csv");
        SimulationTruth planted = Simulator.withDefaults().withPosts(2000).write(folder.resolve("posts.csv"), truth);
        Labels labels = Labels.read(truth, rejects::add);
        assertThat(rejects).isEmpty();
        assertThat(labels.contradictions()).isZero();
        planted.campaigns()
                .forEach(c -> c.accounts()
                        .forEach(account -> assertThat(labels.label(account)).contains(c.id())));
        assertThat(labels.posts()).hasSize((int)
                planted.campaigns().stream().mapToLong(c -> c.posts()).sum());
    }

    @Test
    void labelsAreCopiesThatNobodyCanChange() {
        Map<String, String> mine = new java.util.HashMap<>(Map.of("a", "1"));
        Labels labels = Labels.of(mine);
        mine.clear();
        assertThat(labels.label("a")).contains("1");
        assertThatThrownBy(() -> labels.accounts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private Labels read(String table) throws IOException {
        rejects.clear();
        return Labels.read(Files.writeString(folder.resolve("truth.csv"), table), rejects::add);
    }
}
