package org.switchboard.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "rate")
@NullUnmarked
class RateEntity {
    @Id
    UUID id;

    String currency;
    LocalDate since;

    @Column(name = "usd_per_unit")
    BigDecimal usdPerUnit;

    String source;
}
