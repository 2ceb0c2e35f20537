package org.durumi.stack;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.durumi.launcher.DemoPostgres;
import org.durumi.launcher.Keys;
import org.eu.ingwar.tools.arquillian.extension.suite.annotations.ArquillianSuiteDeployment;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The production WAR with the tests and the demo cases in it, deployed once for all tests that run inside the container. No
 * case is told unless a test tells it.
 */
@ArquillianSuiteDeployment
public class Deployments {
    /** The database of these tests, apart from the product's. */
    public static final String DATABASE = "durumi_it";

    /** The WAR; its database is made and its settings are written on the way. */
    @Deployment
    public static WebArchive war() {
        writeSettings();
        GenericArchive tests = imported(GenericArchive.class, "tests.jar", Path.of("target/test-classes"));
        GenericArchive demo = imported(GenericArchive.class, "demo.jar", Path.of("target/classes"));
        return imported(WebArchive.class, "durumi-it.war", Path.of("target/durumi"))
                .addAsLibraries(jar(GreenMail.class), jar(org.slf4j.Logger.class))
                .merge(demo, "/WEB-INF/classes", Filters.include("/org/durumi/demo/.*"))
                .merge(
                        tests,
                        "/WEB-INF/classes",
                        Filters.exclude(
                                "(/org/durumi/(stack|story|setup|launcher|starter|build)/.*)|(/db/.*)|(.*PageIT.*)|(.*Test(\\$.*)?\\.class)|(/.*\\.xml)"));
    }

    private static <T extends org.jboss.shrinkwrap.api.Archive<T>> T imported(Class<T> kind, String name, Path from) {
        return ShrinkWrap.create(kind, name)
                .as(ExplodedImporter.class)
                .importDirectory(from.toFile())
                .as(kind);
    }

    /** The library that a class is from. */
    private static File jar(Class<?> one) {
        return new File(one.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private static void writeSettings() {
        DemoPostgres postgres = Stack.withDatabase().postgres();
        postgres.prepareDurumi(DATABASE, Path.of("config/postgres/roles.sql"));
        Path keys = Stack.withDatabase().keys();
        Keys.in(keys);
        Properties settings = new Properties();
        settings.put("durumi.base.url", "http://localhost:8080");
        settings.put("durumi.zone", "Asia/Seoul");
        settings.put("durumi.demo", "false");
        settings.put("durumi.oidc.issuer", "http://localhost:1/realms/durumi");
        settings.put("durumi.oidc.client.id", "durumi");
        settings.put("durumi.test.docs", Path.of("docs").toAbsolutePath().toString());
        settings.put("durumi.keys.directory", keys.toString());
        settings.put("durumi.database.url", postgres.url(DATABASE));
        settings.put("durumi.database.user", DemoPostgres.APPLICATION);
        settings.put("durumi.database.password", postgres.password(DemoPostgres.APPLICATION));
        settings.put("durumi.test.owner.user", DemoPostgres.OWNER);
        settings.put("durumi.test.owner.password", postgres.password(DemoPostgres.OWNER));
        settings.put("durumi.log.database.user", DemoPostgres.LOG);
        settings.put("durumi.log.database.password", postgres.password(DemoPostgres.LOG));
        settings.put("durumi.job.database.user", DemoPostgres.JOB);
        settings.put("durumi.job.database.password", postgres.password(DemoPostgres.JOB));
        settings.put("durumi.erase.database.user", DemoPostgres.ERASURE);
        settings.put("durumi.erase.database.password", postgres.password(DemoPostgres.ERASURE));
        settings.put("durumi.test.rotation.user", DemoPostgres.ROTATION);
        settings.put("durumi.test.rotation.password", postgres.password(DemoPostgres.ROTATION));
        settings.put("durumi.mail.host", "127.0.0.1");
        settings.put("durumi.mail.port", System.getProperty("stack.mail.port"));
        settings.put("durumi.mail.from", "durumi@durumi.example.org");
        settings.put("durumi.mail.watch", "watch@durumi.example.org");
        settings.put("durumi.long", System.getProperty("durumi.long", "false"));
        settings.put("durumi.test.superuser.user", DemoPostgres.SUPERUSER);
        settings.put("durumi.test.superuser.password", postgres.password(DemoPostgres.SUPERUSER));
        Path file = Stack.directory().resolve("container.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            settings.store(writer, "Written for the tests inside the container");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
