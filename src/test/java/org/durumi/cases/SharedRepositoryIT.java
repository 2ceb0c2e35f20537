package org.durumi.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.data.repository.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.durumi.inside.Requests;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every repository is there once, and its session is the one of the request that asks. */
@ExtendWith(ArquillianExtension.class)
class SharedRepositoryIT {
    @Inject
    BeanManager beans;

    @Inject
    Requests requests;

    @Inject
    Cases cases;

    @Inject
    Journeys journeys;

    @Test
    void every_repository_is_there_once() {
        Set<Bean<?>> repositories = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .filter(bean -> Stream.of(bean.getBeanClass().getInterfaces())
                        .anyMatch(each -> each.isAnnotationPresent(Repository.class)))
                .collect(Collectors.toSet());

        assertEquals(32, repositories.size());
        assertEquals(
                Set.of(ApplicationScoped.class),
                repositories.stream().map(Bean::getScope).collect(Collectors.toSet()));
    }

    @Test
    void the_repositories_of_a_request_share_its_session_and_no_other() throws Exception {
        Set<String> first = requests.as(CaseFixtures.HANEUL, this::sessions);
        Set<String> second = requests.as(CaseFixtures.HANEUL, this::sessions);

        assertEquals(1, first.size());
        assertEquals(1, second.size());
        assertFalse(second.containsAll(first));
    }

    private Set<String> sessions() {
        // What stands behind the proxy says its name and identity.
        return Stream.of(cases.session(), journeys.session())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }
}
