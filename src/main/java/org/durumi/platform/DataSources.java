package org.durumi.platform;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The ways into the database.
 *
 * <p>The large pool is the application's and takes part in its transactions. The small pool belongs to a role that may
 * only insert into the access log; each of its statements commits by itself, so an entry is committed before the caller
 * goes on. The third is for work without a person, which reads every case and changes none;
 * the fourth carries out erasures, and can do nothing else.
 */
@ApplicationScoped
@DataSourceDefinition(
        name = "java:app/jdbc/durumi",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=durumi.database.url}",
        user = "${MPCONFIG=durumi.database.user}",
        password = "${MPCONFIG=durumi.database.password}",
        initialPoolSize = 2,
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = {
            "logServerErrorDetail=false",
            "connectTimeout=2",
            "socketTimeout=15",
            "tcpKeepAlive=true",
            "ApplicationName=durumi",
            "reWriteBatchedInserts=true",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=3000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/durumi-log",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=durumi.database.url}",
        user = "${MPCONFIG=durumi.log.database.user}",
        password = "${MPCONFIG=durumi.log.database.password}",
        transactional = false,
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 4,
        properties = {
            "logServerErrorDetail=false",
            "connectTimeout=2",
            "socketTimeout=15",
            "tcpKeepAlive=true",
            "ApplicationName=durumi-log",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=3000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/durumi-job",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=durumi.database.url}",
        user = "${MPCONFIG=durumi.job.database.user}",
        password = "${MPCONFIG=durumi.job.database.password}",
        transactional = false,
        initialPoolSize = 1,
        minPoolSize = 1,
        maxPoolSize = 4,
        properties = {
            "logServerErrorDetail=false",
            "connectTimeout=2",
            "socketTimeout=15",
            "tcpKeepAlive=true",
            "ApplicationName=durumi-job",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=3000"
        })
@DataSourceDefinition(
        name = "java:app/jdbc/durumi-erase",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=durumi.database.url}",
        user = "${MPCONFIG=durumi.erase.database.user}",
        password = "${MPCONFIG=durumi.erase.database.password}",
        transactional = false,
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 1,
        properties = {
            "logServerErrorDetail=false",
            "connectTimeout=2",
            "socketTimeout=15",
            "tcpKeepAlive=true",
            "ApplicationName=durumi-erase",
            "fish.payara.wrap-jdbc-objects=false",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.max-wait-time-in-millis=3000"
        })
public class DataSources {}
