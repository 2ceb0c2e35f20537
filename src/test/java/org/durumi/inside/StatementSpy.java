package org.durumi.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.durumi.platform.ActingConnections;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Notes every statement that Hibernate sends, and in which transaction. What is done by itself meanwhile is left out. */
@ApplicationScoped
public class StatementSpy {
    @PersistenceUnit
    EntityManagerFactory unit;

    @Resource
    TransactionSynchronizationRegistry transaction;

    /** The statements of one transaction each, in their order, while the work was done. Those outside of any are left out. */
    public List<List<String>> during(Callable<?> work) throws Exception {
        ActingConnections connections = (ActingConnections) unit.unwrap(SessionFactoryImplementor.class)
                .getServiceRegistry()
                .requireService(ConnectionProvider.class);
        DataSource usual = connections.pool();
        Map<Object, List<String>> heard = new LinkedHashMap<>();
        connections.takeFrom(spying(DataSource.class, usual, heard));
        try {
            work.call();
        } finally {
            connections.takeFrom(usual);
        }
        return List.copyOf(heard.values());
    }

    private <T> T spying(Class<T> type, T watched, Map<Object, List<String>> heard) {
        return type.cast(Proxy.newProxyInstance(
                StatementSpy.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    note(method, arguments, heard);
                    Object result = invoke(method, watched, arguments);
                    return result instanceof Connection connection && type == DataSource.class
                            ? spying(Connection.class, connection, heard)
                            : result;
                }));
    }

    private synchronized void note(Method method, Object[] arguments, Map<Object, List<String>> heard) {
        Object key = transaction.getTransactionKey();
        boolean byItself = Thread.currentThread().getName().startsWith("payara-executor-service");
        if (key != null
                && !byItself
                && arguments != null
                && arguments.length > 0
                && arguments[0] instanceof String sql) {
            if (method.getName().startsWith("prepare")) {
                heard.computeIfAbsent(key, any -> new CopyOnWriteArrayList<>()).add(sql);
            }
        }
    }

    private static Object invoke(Method method, Object watched, Object[] arguments) throws Throwable {
        try {
            return method.invoke(watched, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
