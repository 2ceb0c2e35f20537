package org.durumi.platform;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.data.repository.Repository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.enterprise.inject.spi.configurator.AnnotatedTypeConfigurator;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceUnit;
import java.util.stream.Stream;

/**
 * Makes one bean for everybody of what would otherwise be made anew in every request, though it remembers nothing.
 *
 * <p>A generated repository opens a session of its own wherever it is injected, unsafe for threads and dear to make. Here it
 * gets the session that {@link RequestSession} keeps for the request, whichever request asks.
 */
public class SharedBeans implements Extension {
    <T> void shareRepository(@Observes @WithAnnotations(Dependent.class) ProcessAnnotatedType<T> found) {
        Class<T> type = found.getAnnotatedType().getJavaClass();
        if (Stream.of(type.getInterfaces()).noneMatch(each -> each.isAnnotationPresent(Repository.class))) {
            return;
        }
        AnnotatedTypeConfigurator<T> repository = found.configureAnnotatedType();
        repository.remove(Dependent.class::isInstance).add(ApplicationScoped.Literal.INSTANCE);
        repository.fields().forEach(field -> field.remove(PersistenceUnit.class::isInstance));
        repository
                .methods()
                .forEach(method -> method.remove(each -> each instanceof PostConstruct || each instanceof PreDestroy));
        repository.constructors().forEach(constructor -> {
            constructor.remove(Inject.class::isInstance);
            if (!constructor.params().isEmpty()) {
                constructor.add(InjectLiteral.INSTANCE);
            }
        });
    }
}
