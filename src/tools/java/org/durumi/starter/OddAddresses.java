package org.durumi.starter;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leads requests for addresses that the server cannot read to the application, which answers with its own page: the server
 * itself would answer some of them with 200 and nothing, and log a stack trace for each.
 *
 * <p>It fails before any part of the application is asked, and has no setting for it: so this listens where the server takes
 * requests in. Its classes are loaded apart from ours and are reached by name.
 */
final class OddAddresses {
    /** An address that no page has. */
    private static final String NOWHERE = "/error";

    private static final String GRIZZLY = "org.glassfish.grizzly.";

    private final Method packet;
    private final Method address;
    private final Method text;
    private final Method change;

    private OddAddresses(ClassLoader server) throws ReflectiveOperationException {
        packet = server.loadClass(GRIZZLY + "http.server.Request").getMethod("getRequest");
        address = packet.getReturnType().getMethod("getRequestURIRef");
        text = address.getReturnType().getMethod("getURI");
        change = address.getReturnType().getMethod("init", String.class);
    }

    /**
     * Listens at every open port of the server.
     *
     * @param server loads the classes of the server
     * @throws NotStarted if it is another server than the one of this installation
     */
    static void lead(ClassLoader server) {
        try {
            OddAddresses reading = new OddAddresses(server);
            Class<?> filter = server.loadClass(GRIZZLY + "http.server.HttpServerFilter");
            Class<?> probe = server.loadClass(GRIZZLY + "http.server.HttpServerProbe");
            Object heard = Proxy.newProxyInstance(server, new Class<?>[] {probe}, reading::hear);
            Method listen =
                    server.loadClass(GRIZZLY + "monitoring.MonitoringConfig").getMethod("addProbes", Object[].class);
            for (Object each : filters(server, filter)) {
                Object[] probes = (Object[]) Array.newInstance(probe, 1);
                probes[0] = heard;
                listen.invoke(filter.getMethod("getMonitoringConfig").invoke(each), (Object) probes);
            }
        } catch (ReflectiveOperationException | RuntimeException other) {
            throw new NotStarted("the server is another than the one that Durumi was made for.", other);
        }
    }

    private static List<?> filters(ClassLoader server, Class<?> filter) throws ReflectiveOperationException {
        Class<?> service = server.loadClass("com.sun.enterprise.v3.services.impl.GrizzlyService");
        Object grizzly = server.loadClass("org.glassfish.internal.api.Globals")
                .getMethod("get", Class.class)
                .invoke(null, service);
        Field proxies = service.getDeclaredField("proxies");
        proxies.setAccessible(true);
        List<Object> found = new ArrayList<>();
        for (Object proxy : (Collection<?>) proxies.get(grizzly)) {
            Object listener =
                    proxy.getClass().getMethod("getUnderlyingListener").invoke(proxy);
            Method filters =
                    server.loadClass(GRIZZLY + "config.GenericGrizzlyListener").getMethod("getFilters", Class.class);
            found.addAll((List<?>) filters.invoke(listener, filter));
        }
        return found;
    }

    private @Nullable Object hear(Object listener, Method event, Object[] told) throws ReflectiveOperationException {
        if (event.getName().equals("onRequestReceiveEvent")) {
            Object asked = address.invoke(packet.invoke(told[2]));
            if (isOdd((String) text.invoke(asked))) {
                change.invoke(asked, NOWHERE);
            }
        }
        return switch (event.getName()) {
            case "hashCode" -> System.identityHashCode(listener);
            case "equals" -> System.identityHashCode(listener) == System.identityHashCode(told[0]);
            default -> null;
        };
    }

    /**
     * Whether the server can make no path of an address: it is not encoded rightly, no UTF-8, or leads out of the application.
     *
     * @param address as it came, a character for each byte, without its query
     */
    static boolean isOdd(String address) {
        String path;
        try {
            String utf8 = new String(address.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            path = URLDecoder.decode(utf8.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return true;
        }
        boolean rooted = path.startsWith("/") || path.equals("*");
        return !rooted
                || path.indexOf('\uFFFD') >= 0
                || path.indexOf('\\') >= 0
                || path.indexOf('\0') >= 0
                || climbs(path);
    }

    private static boolean climbs(String path) {
        int depth = 0;
        for (String each : path.split("/", -1)) {
            if (each.equals("..")) {
                depth--;
            } else if (!each.isEmpty() && !each.equals(".")) {
                depth++;
            }
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }
}
