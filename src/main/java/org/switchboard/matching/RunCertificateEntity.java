package org.switchboard.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What proves the bound of a plan. It is large, so it stands apart from the run and from what the run read. */
@Entity
@Table(name = "run_certificate")
@NullUnmarked
class RunCertificateEntity {
    @Id
    @Column(name = "run_id")
    UUID run;

    /** The file, gzip. */
    byte[] file;
}
