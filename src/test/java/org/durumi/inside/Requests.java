package org.durumi.inside;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.durumi.identity.Actor;

/** Lets tests inside the server act as somebody, each time in a request of its own. */
@ApplicationScoped
public class Requests {
    @Resource
    ManagedExecutorService threads;

    @Inject
    OneRequest oneRequest;

    /** Does the work as this actor; what the work throws is thrown again. */
    public <T> T as(Actor actor, Callable<T> work) throws Exception {
        return result(threads.submit(() -> oneRequest.as(actor, work)));
    }

    /** Does work that returns nothing. */
    public void does(Actor actor, Work work) throws Exception {
        as(actor, () -> {
            work.run();
            return null;
        });
    }

    /** Does the same work in so many threads at the same time, and returns what each returned. */
    public <T> List<T> atOnce(int clients, Actor actor, Callable<T> work) throws Exception {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> oneRequest.as(actor, work)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> each : running) {
            results.add(result(each));
        }
        return results;
    }

    private static <T> T result(Future<T> running) throws Exception {
        try {
            return running.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }

    /** Work that may fail. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
