package org.switchboard.matrix;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.access.Audience;
import org.switchboard.need.NeedStatus;
import org.switchboard.shared.Contact;

/**
 * What an edition says, as it is kept for ever: everything needed to read it stands in it, names of codes too. Later programs
 * read what earlier ones wrote, so that fields are added and never taken away or used otherwise. Money is in whole US dollars.
 *
 * @param format how to read it
 * @param audience for whom it is: everyone, or every State and provider that takes part
 * @param asOf the moment at which everything in it was so
 * @param sample whether items of the generated sample are in it
 * @param names of all codes in it: by kind of code, code and language
 * @param cells by region and thematic area, those that hold anything
 */
@Schema(name = "EditionContent", examples = """
                {"format": "switchboard-edition/1", "audience": "PUBLIC", "asOf": "2026-12-01T06:00:00Z", "sample": false,
                 "names": {"regions": {"002": {"ar": "أفريقيا", "zh": "非洲", "en": "Africa", "fr": "Afrique", "ru": "Африка",
                 "es": "África"}}},
                 "cells": [{"row": "002", "column": "FIN", "figures": {"needs": 1, "askedUsd": 240000, "offers": 1,
                 "offeredUsd": 2000000, "matchedNeeds": 0, "matchedUsd": 0, "unmetNeeds": 1, "unmetUsd": 240000},
                 "offers": ["1e186f4d-7889-43a7-9366-e46e962c5ef4"]}],
                 "rowTotals": [], "columnTotals": [],
                 "total": {"needs": 1, "askedUsd": 240000, "offers": 1, "offeredUsd": 2000000, "matchedNeeds": 0,
                 "matchedUsd": 0, "unmetNeeds": 1, "unmetUsd": 240000},
                 "needs": [{"id": "5b0a2b7e-6c1d-4d53-9d0f-3c1c0e2f9a10", "state": "KEN", "reference": "2026/FIU-1",
                 "title": "Training of financial intelligence analysts", "theme": "FIN", "stage": "B", "kind": "TRAINING",
                 "status": "OPEN", "costUsd": 240000, "parts": 2, "languages": ["en"], "from": "2027-01-01",
                 "to": "2027-12-31", "receivedAt": "2026-11-02T09:30:00Z", "sample": false}],
                 "offers": [{"id": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "provider": "LAF", "reference": "LAF-2027-1",
                 "providerName": "Legal Assistance Fund", "title": "Counter-financing training, Eastern Africa",
                 "themes": ["FIN"], "kinds": ["TRAINING"], "stages": [], "regions": ["014"], "states": [],
                 "budgetUsd": 2000000, "languages": ["en"], "from": "2027-01-01", "to": "2028-12-31",
                 "contact": {"office": "Programme Office"}, "sample": false}],
                 "matches": []}""")
public record EditionContent(
        String format,
        Audience audience,
        Instant asOf,
        boolean sample,
        Map<String, Map<String, Map<String, String>>> names,
        List<Cell> cells,
        List<Total> rowTotals,
        List<Total> columnTotals,
        Figures total,
        List<Need> needs,
        List<Offer> offers,
        List<Match> matches) {

    static final String FORMAT = "switchboard-edition/1";

    /** As in the matrix. */
    @Schema(name = "EditionFigures")
    public record Figures(
            int needs,
            long askedUsd,
            int offers,
            long offeredUsd,
            int matchedNeeds,
            long matchedUsd,
            int unmetNeeds,
            long unmetUsd) {}

    /** @param offers that could serve here */
    @Schema(name = "EditionCell")
    public record Cell(String row, String column, Figures figures, List<UUID> offers) {}

    /** @param code of the region or thematic area */
    @Schema(name = "EditionTotal")
    public record Total(String code, Figures figures) {}

    /**
     * @param parts into which it may be cut
     * @param status as far as it betrays no match that the audience may not see
     */
    @Schema(name = "EditionNeed")
    public record Need(
            UUID id,
            String state,
            String reference,
            String title,
            String theme,
            String stage,
            String kind,
            NeedStatus status,
            long costUsd,
            int parts,
            List<String> languages,
            LocalDate from,
            LocalDate to,
            Instant receivedAt,
            boolean sample) {}

    /** A programme with its provider and whom to write to. Empty lists mean any. */
    @Schema(name = "EditionOffer")
    public record Offer(
            UUID id,
            String provider,
            String reference,
            @Nullable String providerName,
            String title,
            List<String> themes,
            List<String> kinds,
            List<String> stages,
            List<String> regions,
            List<String> states,
            long budgetUsd,
            List<String> languages,
            LocalDate from,
            LocalDate to,
            @Nullable Contact contact,
            boolean sample) {}

    /** What both sides have agreed, of a need and an offer that are both in the edition. */
    @Schema(name = "EditionMatch")
    public record Match(UUID need, UUID offer, int parts, long usd) {}
}
