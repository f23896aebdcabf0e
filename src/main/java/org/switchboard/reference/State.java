package org.switchboard.reference;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A State and the attributes by which it can be chosen or counted.
 *
 * @param iso3 ISO 3166-1 alpha-3, the code by which all else refers to the State
 * @param m49 the numeric code of the State itself
 * @param region the M49 code of its region
 * @param subregion the M49 code of its sub-region
 * @param intermediate the M49 code of its intermediate region, which only some sub-regions have
 * @param group the regional group; observers and non-members have none
 * @param ldc whether it is a least developed country
 * @param lldc whether it is a landlocked developing country
 * @param sids whether it is a small island developing State
 * @param languages the languages in which it can work with providers, BCP 47, the usual one first
 */
public record State(
        String iso3,
        String iso2,
        String m49,
        StateStatus status,
        String region,
        String subregion,
        @Nullable String intermediate,
        @Nullable UnGroup group,
        boolean ldc,
        boolean lldc,
        boolean sids,
        List<String> languages,
        Names names)
        implements Named {

    public State {
        languages = List.copyOf(languages);
    }

    @Override
    public String code() {
        return iso3;
    }

    /** Codes of the groups of States in special situations that it is in: LDC, LLDC, SIDS. */
    public List<String> specialGroups() {
        List<String> groups = new ArrayList<>();
        if (ldc) {
            groups.add("LDC");
        }
        if (lldc) {
            groups.add("LLDC");
        }
        if (sids) {
            groups.add("SIDS");
        }
        return List.copyOf(groups);
    }
}
