package org.durumi.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** One session of Hibernate for each request, which every repository uses. */
@ApplicationScoped
public class RequestSession {
    @PersistenceUnit
    EntityManagerFactory factory;

    @Produces
    @RequestScoped
    StatelessSession open() {
        return factory.unwrap(SessionFactory.class).openStatelessSession();
    }

    void close(@Disposes StatelessSession session) {
        session.close();
    }
}
