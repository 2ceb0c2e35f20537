package org.durumi.story;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.durumi.web.support.StepUp;

/**
 * One address of the product, read from the annotations of the controllers and servlets, so that a new one is tested without
 * being named. What the annotations do not say stands in the {@link RouteTable}.
 *
 * @param method GET or POST
 * @param path with its parameters, such as /cases/{number}
 */
record Route(String method, String path) {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)(?::\\s*(\\w+)[^}]*)?}");
    private static final List<Route> CONTROLLERS = read().toList();
    private static final String ID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /** The pages and forms of the controllers. */
    static List<Route> all() {
        return controllers().filter(each -> !each.path().startsWith("/health/")).toList();
    }

    /** Everything that is declared by an annotation: servlets and the health of a node too. */
    static List<Route> declared() {
        return Stream.concat(controllers(), servlets()).toList();
    }

    /** Everything below the address of one case. */
    static List<Route> ofCases() {
        return all().stream().filter(Route::isOfCase).toList();
    }

    /** Those that let only somebody through who has just proved who they are. */
    static List<Route> afterProof() {
        return controllerClasses()
                .flatMap(each -> of(
                        each,
                        method -> each.isAnnotationPresent(StepUp.class) || method.isAnnotationPresent(StepUp.class)))
                .toList();
    }

    private static Stream<Route> controllers() {
        return CONTROLLERS.stream();
    }

    private static Stream<Route> read() {
        return controllerClasses()
                .flatMap(each -> of(each, method -> true))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method));
    }

    private static Stream<Class<?>> controllerClasses() {
        return classes().filter(each -> each.isAnnotatedWith(Path.class)).map(JavaClass::reflect);
    }

    /** Our servlets only give something out. */
    private static Stream<Route> servlets() {
        return classes()
                .filter(each -> each.isAnnotatedWith(WebServlet.class))
                .flatMap(each ->
                        Stream.of(each.getAnnotationOfType(WebServlet.class).value()))
                .map(path -> new Route("GET", path));
    }

    private static Stream<JavaClass> classes() {
        return new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.durumi.web", "org.durumi.platform", "org.durumi.identity")
                        .stream();
    }

    /** Those that it has in common with controllers of its kind, too. */
    private static Stream<Route> of(Class<?> controller, Predicate<Method> wanted) {
        String begin = controller.getAnnotation(Path.class).value();
        return Stream.of(controller.getMethods())
                .filter(wanted)
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

    boolean isOfCase() {
        return path.startsWith("/cases/{number}");
    }

    /** Whether a path such as /cases/C-2026-7F3KQM leads here; «new» is no identifier. */
    boolean leadsFrom(String address) {
        return address.matches(pattern());
    }

    private String pattern() {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> found.group(1).equals("number")
                        ? "C-[0-9A-Z-]+"
                        : found.group(2) == null ? ID : "(?:" + found.group().replaceAll("\\{\\w+:\\s*|}", "") + ")")
                .replace(".", "\\.");
    }

    /** The address with values in the place of its parameters; one of several words gets the first, any other a random identifier. */
    String address(Map<String, String> values) {
        return PARAMETER
                .matcher(path)
                .replaceAll(found -> values.getOrDefault(
                        found.group(1),
                        found.group(2) == null ? UUID.randomUUID().toString() : found.group(2)));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
