package org.durumi.story;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One address of the product, read from the annotations of the controllers, so that a new one is tested without being named.
 *
 * @param method GET or POST
 * @param path with its parameters, such as /cases/{number}
 */
record Route(String method, String path) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::\\s*(\\w+)[^}]*)?}");

    static List<Route> all() {
        return new ClassFileImporter()
                .importPackages("org.durumi.web").stream()
                        .filter(each -> each.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(Route::of)
                        .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                        .toList();
    }

    /** Everything below the address of one case. */
    static List<Route> ofCases() {
        return all().stream()
                .filter(each -> each.path().startsWith("/cases/{number}"))
                .toList();
    }

    private static Stream<Route> of(Class<?> controller) {
        String begin = controller.getAnnotation(Path.class).value();
        return Stream.of(controller.getDeclaredMethods())
                .flatMap(each -> method(each).map(method -> new Route(method, joined(begin, each))));
    }

    private static Stream<String> method(Method each) {
        return Stream.of(each.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String joined(String begin, Method each) {
        Path own = each.getAnnotation(Path.class);
        String end = own == null ? "" : own.value();
        return ("/" + begin + "/" + end).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
    }

    boolean changes() {
        return !method.equals("GET");
    }

    /** The address with values in the place of its parameters; one of several words gets the first, any other a random identifier. */
    String address(Map<String, String> values) {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> values.getOrDefault(
                        found.group(1),
                        found.group(2) == null ? UUID.randomUUID().toString() : found.group(2)));
    }
}
