package org.durumi.web.support;

import jakarta.data.exceptions.OptimisticLockingFailureException;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.durumi.accesslog.AccessNotRecorded;
import org.durumi.identity.CurrentUser;
import org.durumi.jdbc.Outage;
import org.durumi.kernel.ChangedMeanwhile;
import org.durumi.kernel.NotFound;
import org.durumi.kernel.RuleViolation;
import org.durumi.vault.VaultLocked;
import org.jspecify.annotations.Nullable;

/**
 * Answers whatever a page did not catch with the error page. The log gets the number of the request, the kind of the
 * failure and where it happened, never a message: messages may quote what somebody typed.
 */
@Provider
public class Failures implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(Failures.class.getName());
    private static final int WRONG_METHOD = 405;
    private static final int UNPROCESSABLE = 422;
    private static final int BROKEN = 500;
    private static final int AWAY = 503;

    @Inject
    ErrorPage errors;

    @Inject
    CurrentUser user;

    @Override
    public Response toResponse(Throwable failure) {
        RuleViolation broken = cause(failure, RuleViolation.class);
        if (broken != null) {
            return answer(UNPROCESSABLE, errors.draw(broken));
        }
        int status = status(failure);
        Optional<Outage> outage = status == AWAY ? Outage.of(failure) : Optional.empty();
        if (outage.isPresent()) {
            outage.get().log();
            return answer(status, errors.draw(outage.get()));
        }
        if (status >= BROKEN) {
            LOG.log(Level.SEVERE, "request {0} failed: {1}", new Object[] {user.requestId(), trace(failure)});
        }
        Response answer = answer(status, errors.draw(status));
        WebApplicationException answered = cause(failure, WebApplicationException.class);
        return status == WRONG_METHOD && answered != null
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.ALLOW, answered.getResponse().getHeaderString(HttpHeaders.ALLOW))
                        .build()
                : answer;
    }

    static int status(Throwable failure) {
        WebApplicationException answered = cause(failure, WebApplicationException.class);
        if (cause(failure, NotFound.class) != null) {
            return Response.Status.NOT_FOUND.getStatusCode();
        } else if (cause(failure, ChangedMeanwhile.class) != null
                || cause(failure, OptimisticLockingFailureException.class) != null) {
            return Response.Status.CONFLICT.getStatusCode();
        } else if (answered != null && answered.getResponse().getStatus() != BROKEN) {
            return answered.getResponse().getStatus();
        } else if (cause(failure, AccessNotRecorded.class) != null
                || cause(failure, VaultLocked.class) != null
                || Outage.of(failure).isPresent()) {
            return AWAY;
        }
        return BROKEN;
    }

    private static Response answer(int status, byte[] page) {
        return Response.status(status)
                .type("text/html;charset=UTF-8")
                .entity(page)
                .build();
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 20; depth++) {
            if (kind.isInstance(each)) {
                return kind.cast(each);
            }
            each = each.getCause();
        }
        return null;
    }

    private static String trace(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 20; depth++) {
            trace.append(depth == 0 ? "" : " < ").append(each.getClass().getName());
            if (each instanceof SQLException refused) {
                trace.append(' ').append(refused.getSQLState());
            }
            // Where it was thrown, which may be a library's fault, and the first place of ours on the way there.
            Stream<StackTraceElement> thrown = Stream.of(each.getStackTrace()).limit(1);
            Stream<StackTraceElement> ours = Stream.of(each.getStackTrace())
                    .filter(frame -> frame.getClassName().startsWith("org.durumi"))
                    .limit(1);
            Stream.concat(thrown, ours)
                    .distinct()
                    .forEach(frame -> trace.append(" at ")
                            .append(frame.getClassName())
                            .append('.')
                            .append(frame.getMethodName())
                            .append(':')
                            .append(frame.getLineNumber()));
            each = each.getCause();
        }
        return trace.toString();
    }
}
