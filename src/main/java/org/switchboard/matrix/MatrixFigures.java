package org.switchboard.matrix;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.switchboard.shared.Contact;

/**
 * The figures of a matrix as one statement of SQL gives them.
 *
 * @param run whose plan is counted as proposed; null if there is none
 */
record MatrixFigures(
        List<NeedCell> needs,
        List<OfferCell> offers,
        List<Programme> programmes,
        @Nullable UUID run,
        boolean sample) {

    /**
     * What is asked in one cell, what the last plan proposes for it, and what is agreed.
     *
     * @param matchedNeeds wholly or in part
     * @param metNeeds wholly
     */
    record NeedCell(
            String row,
            String column,
            int needs,
            long askedUsd,
            int proposedNeeds,
            long proposedUsd,
            int matchedNeeds,
            long matchedUsd,
            int metNeeds) {}

    /**
     * What is offered in one cell.
     *
     * @param usd the cell's equal share of the budgets of its offers
     * @param programmes by their number, ascending
     */
    record OfferCell(String row, String column, long usd, List<Integer> programmes) {}

    /** An offer behind some cell; its number is its place in the list. */
    record Programme(
            UUID offer,
            String reference,
            String title,
            String provider,
            @Nullable String providerName,
            long budgetUsd,
            @Nullable Contact contact,
            boolean sample) {}
}
