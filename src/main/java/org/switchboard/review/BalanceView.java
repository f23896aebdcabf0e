package org.switchboard.review;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is left of an offer, in whole US dollars.
 *
 * @param budgetUsd of the offer
 * @param consultedUsd put forward, and not agreed yet
 * @param agreedUsd agreed by both sides; what is committed and paid is part of it
 * @param committedUsd bound by contract
 * @param paidUsd paid
 * @param leftUsd the budget without what is put forward and agreed; below zero where the budget was cut since
 * @param needs served or put forward
 */
@Schema(examples = """
                {"offer": "1e186f4d-7889-43a7-9366-e46e962c5ef4", "budgetUsd": 2000000, "consultedUsd": 240000,
                 "agreedUsd": 500000, "committedUsd": 300000, "paidUsd": 120000, "leftUsd": 1260000, "needs": 4}""")
public record BalanceView(
        UUID offer,
        long budgetUsd,
        long consultedUsd,
        long agreedUsd,
        long committedUsd,
        long paidUsd,
        long leftUsd,
        int needs) {}
