package org.switchboard.review;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A proposal as far as the reader at hand may know it. */
@Schema(
        name = "SeenProposal",
        anyOf = {ProposalView.class, ProposalPartyView.class})
public sealed interface SeenProposal permits ProposalView, ProposalPartyView {

    UUID id();

    int version();
}
