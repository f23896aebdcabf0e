package org.switchboard.reference;

import org.jspecify.annotations.Nullable;

/**
 * A place of the M49 geography.
 *
 * @param code three digits, leading zeros kept
 * @param parent the code of the place that contains it; regions have none
 */
public record Region(
        String code, RegionLevel level, @Nullable String parent, Names names) implements Named {}
