package org.durumi.vault;

import jakarta.data.repository.Query;
import jakarta.data.repository.Repository;
import java.time.Instant;
import java.util.List;
import org.hibernate.StatelessSession;

/** The stored versions of the organisation's key. */
@Repository
interface WrappedOrganisationKeys {
    StatelessSession session();

    @Query("from WrappedOrganisationKey k order by k.version")
    List<WrappedOrganisationKey> all();

    /** Stores a first version unless somebody was faster. */
    default void addFirst(byte[] wrapped, int kekVersion, Instant now) {
        session()
                .createNativeMutationQuery(
                        """
                        insert into organisation_key (version, kek_version, wrapped, created_at)
                        values (1, :kekVersion, :wrapped, :now) on conflict do nothing
                        """)
                .setParameter("kekVersion", kekVersion)
                .setParameter("wrapped", wrapped)
                .setParameter("now", now)
                .executeUpdate();
    }
}
