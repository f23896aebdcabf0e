package org.switchboard.matching;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one more offer would add, theme by theme and region by region.
 *
 * @param run whose plan it would add to; left out where there is none
 * @param offerUsd what the hypothetical offer has, in US dollars, with no limit but that
 * @param cells the most valuable first
 * @param confirmed what solving again found for the one that was asked about
 */
@Schema(examples = """
                {"run": "0d65fbb8-86bc-4442-8551-d0eaa7ea692c", "offerUsd": 100000,
                 "cells": [{"theme": "CUS", "region": "142", "needs": 1, "level1": 462.0, "usd": 100000, "newlyHelped": 1}]}""")
public record MarginalValuesView(
        @Nullable UUID run,
        long offerUsd,
        List<Cell> cells,
        @Nullable Confirmation confirmed) {

    /**
     * One theme in one region.
     *
     * @param theme code of the area
     * @param region M49
     * @param needs that ask there
     * @param level1 points that the offer would add, by the estimate: its last dollars may help a need in part
     * @param usd that it could spend there
     * @param newlyHelped needs that it would help and the plan does not
     */
    public record Cell(String theme, String region, int needs, double level1, long usd, int newlyHelped) {}

    /**
     * What solving again found.
     *
     * @param level1 points with the offer, less those without it after as many steps
     * @param usd that the offer then spends
     */
    public record Confirmation(String theme, String region, long level1, long usd) {}
}
