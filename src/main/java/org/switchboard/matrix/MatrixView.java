package org.switchboard.matrix;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Contact;

/**
 * Who needs what, who offers what, what is matched and what is not.
 *
 * @param rows the rows that hold anything, in the order of the language
 * @param columns likewise
 * @param cells those that hold anything, by row and column
 * @param programmes the offers behind the cells, which name them by their place in this list, from 0
 * @param proposedBy the last run with a plan that the reader may see, whose plan is counted as proposed; null if none
 * @param split how an offer that serves several cells is counted
 * @param sample whether items of the generated sample are counted
 */
@Schema(examples = """
                {"sample": false, "proposedBy": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c",
                 "split": "An offer is counted once in every total.",
                 "rows": [{"code": "002", "name": "Africa"}],
                 "columns": [{"code": "FIN", "name": "Financial law and practice"}],
                 "cells": [{"row": "002", "column": "FIN", "figures":
                    {"needs": 1, "askedUsd": 240000, "offers": 1, "offeredUsd": 2000000, "proposedNeeds": 1, "proposedUsd": 240000,
                     "matchedNeeds": 0, "matchedUsd": 0, "unmetNeeds": 1, "unmetUsd": 240000}, "programmes": [0]}],
                 "rowTotals": [{"code": "002", "figures":
                    {"needs": 1, "askedUsd": 240000, "offers": 1, "offeredUsd": 2000000, "proposedNeeds": 1, "proposedUsd": 240000,
                     "matchedNeeds": 0, "matchedUsd": 0, "unmetNeeds": 1, "unmetUsd": 240000}}],
                 "columnTotals": [{"code": "FIN", "figures":
                    {"needs": 1, "askedUsd": 240000, "offers": 1, "offeredUsd": 2000000, "proposedNeeds": 1, "proposedUsd": 240000,
                     "matchedNeeds": 0, "matchedUsd": 0, "unmetNeeds": 1, "unmetUsd": 240000}}],
                 "total":
                    {"needs": 1, "askedUsd": 240000, "offers": 1, "offeredUsd": 2000000, "proposedNeeds": 1, "proposedUsd": 240000,
                     "matchedNeeds": 0, "matchedUsd": 0, "unmetNeeds": 1, "unmetUsd": 240000},
                 "programmes": [{"offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "reference": "LAF-2027-1",
                                 "title": "Counter-financing training, Eastern Africa", "provider": "LAF",
                                 "providerName": "Legal Assistance Fund", "budgetUsd": 2000000,
                                 "contact": {"office": "Programme Office"}, "sample": false}]}""")
public record MatrixView(
        boolean sample,
        @Nullable UUID proposedBy,
        String split,
        List<Heading> rows,
        List<Heading> columns,
        List<Cell> cells,
        List<Total> rowTotals,
        List<Total> columnTotals,
        Figures total,
        List<Programme> programmes) {

    static final String SPLIT =
            "An offer is counted once in every total. Its budget is divided equally among the cells shown"
                    + " that it can serve, so that the dollars of cells add up to the totals.";

    /** A row or column. */
    public record Heading(String code, String name) {}

    /**
     * The figures of a cell or total. Dollars are whole US dollars.
     *
     * @param needs that are asked, whatever became of them
     * @param offers that could serve here; in a total each counts once
     * @param offeredUsd the share of their budgets that falls here
     * @param proposedNeeds that the last plan would serve, of those counted in {@code needs}; seen by experts only
     * @param proposedUsd that it would pay for them, whichever offers pay
     * @param matchedNeeds with a confirmed match that the reader may see, wholly or in part
     * @param unmetNeeds that are not wholly matched; a proposal is no match
     * @param unmetUsd asked less matched
     */
    @Schema(name = "MatrixFigures")
    public record Figures(
            int needs,
            long askedUsd,
            int offers,
            long offeredUsd,
            int proposedNeeds,
            long proposedUsd,
            int matchedNeeds,
            long matchedUsd,
            int unmetNeeds,
            long unmetUsd) {}

    /** @param programmes the offers that could serve here, by their place in the list of programmes */
    @Schema(name = "MatrixCell")
    public record Cell(String row, String column, Figures figures, List<Integer> programmes) {}

    /** @param code of the row or column */
    @Schema(name = "MatrixTotal")
    public record Total(String code, Figures figures) {}

    /** An offer as the directory lists it. */
    @Schema(name = "MatrixProgramme")
    public record Programme(
            UUID offer,
            String reference,
            String title,
            String provider,
            @Nullable String providerName,
            long budgetUsd,
            @Nullable Contact contact,
            boolean sample) {}
}
