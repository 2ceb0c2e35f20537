package org.durumi.approval;

import jakarta.data.repository.Insert;
import jakarta.data.repository.Repository;

/** Stored decisions. They are read beside the application, by whoever carries them out. */
@Repository(provider = "Hibernate")
interface Decisions {
    @Insert
    void add(Decision decision);
}
