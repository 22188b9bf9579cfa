/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.report.page;

import com.google.common.primitives.ImmutableIntArray;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vigie.campaign.findings.Campaign;
import org.vigie.campaign.findings.Campaign.SharedObject;
import org.vigie.campaign.findings.Evidence;
import org.vigie.campaign.findings.Signal;
import org.vigie.campaign.findings.TextCluster;
import org.vigie.posts.Corpus;
import org.vigie.posts.ObjectKind;

/** A campaign of the tests with something else in place of what it has. */
final class CampaignChanges {
    private final Campaign base;
    private String id;
    private List<TextCluster> texts;
    private List<SharedObject> objects;
    private List<Evidence> evidence;
    private List<Campaign.Member> members;
    private ImmutableIntArray rows;
    private Instant first;
    private Instant last;

    private CampaignChanges(Campaign base) {
        this.base = base;
        this.id = base.id();
        this.texts = base.texts();
        this.objects = base.objects();
        this.evidence = base.evidence();
        this.members = base.members();
        this.rows = base.rows();
        this.first = base.first();
        this.last = base.last();
    }

    static CampaignChanges of(Campaign base) {
        return new CampaignChanges(base);
    }

    CampaignChanges id(String other) {
        id = other;
        return this;
    }

    /** These texts, and no objects. */
    CampaignChanges texts(List<TextCluster> others) {
        texts = others;
        objects = List.of();
        return this;
    }

    /** These accounts of its own, by their places. */
    CampaignChanges members(int... places) {
        members = IntStream.of(places).mapToObj(base.members()::get).toList();
        return this;
    }

    /** These posts, the times of their own. */
    CampaignChanges rows(ImmutableIntArray others, Corpus corpus) {
        rows = others;
        first = Instant.ofEpochMilli(corpus.time(others.get(0)));
        last = Instant.ofEpochMilli(corpus.time(others.get(others.length() - 1)));
        return this;
    }

    /** These objects, and no texts. */
    CampaignChanges objects(List<SharedObject> others) {
        texts = List.of();
        objects = others;
        return this;
    }

    CampaignChanges last(Instant other) {
        last = other;
        return this;
    }

    /** Accounts counted for another signal. */
    CampaignChanges counted(Signal signal) {
        evidence = evidence.stream()
                .map(e -> e.kind() == Evidence.Kind.CONTENT ? e : changed(e, signal, e.objects()))
                .toList();
        return this;
    }

    /** Things of another kind in common. */
    CampaignChanges shared(ObjectKind kind) {
        evidence = evidence.stream()
                .map(e -> e.kind() == Evidence.Kind.CONTENT ? changed(e, e.signal(), Optional.of(kind)) : e)
                .toList();
        return this;
    }

    private static Evidence changed(Evidence e, Signal signal, Optional<ObjectKind> kind) {
        return new Evidence(e.kind(), signal, kind, e.observed(), e.expected(), e.pValue(), e.rows());
    }

    Campaign campaign() {
        return new Campaign(
                id,
                base.score(),
                base.scoreParts(),
                base.pValue(),
                base.qValue(),
                members,
                texts,
                base.languages(),
                objects,
                base.mentions(),
                rows,
                first,
                base.peak(),
                last,
                base.density(),
                evidence,
                base.support(),
                base.techniques(),
                base.state());
    }
}
