package org.durumi.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Tells a balancer or a launcher whether this node can work: it reaches the database and can write the access log. */
@Path("/health/ready")
@RequestScoped
public class Readiness {
    private static final int SECONDS = 2;
    private static final String PLAIN = "text/plain;charset=UTF-8";

    @Resource(lookup = "java:app/jdbc/durumi")
    DataSource database;

    @Resource(lookup = "java:app/jdbc/durumi-log")
    DataSource log;

    @GET
    public Response ready() {
        return isReady()
                ? Response.ok("ready\n", PLAIN).build()
                : Response.status(Response.Status.SERVICE_UNAVAILABLE)
                        .entity("not ready\n")
                        .type(PLAIN)
                        .build();
    }

    private boolean isReady() {
        try (Connection first = database.getConnection();
                Statement select = first.createStatement();
                Connection second = log.getConnection()) {
            select.setQueryTimeout(SECONDS);
            return select.execute("SELECT 1") && second.isValid(SECONDS);
        } catch (SQLException away) {
            return false;
        }
    }
}
