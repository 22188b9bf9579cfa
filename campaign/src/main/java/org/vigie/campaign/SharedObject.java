/*
 * Copyright 2026 The Vigie authors
 * SPDX-License-Identifier: Apache-2.0
 */
package org.vigie.campaign;

/**
 * Something that accounts of a campaign acted on.
 *
 * @param kind what it is
 * @param key the link, hashtag or post; for a text, the cluster's id as in {@link TextCluster#id()}
 * @param accounts accounts of the campaign that acted on it
 * @param posts posts of the campaign that contain it
 * @param allAccounts accounts of the whole input that acted on it
 */
public record SharedObject(ObjectKind kind, String key, int accounts, int posts, int allAccounts) {}
