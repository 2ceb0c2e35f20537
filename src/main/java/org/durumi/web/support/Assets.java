package org.durumi.web.support;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Style, script, fonts and pictures, each under an address that holds the hash of its content: the address changes when
 * the content does, so a browser may keep it for ever.
 *
 * <p>The style names other files as {@code asset(name)}; they are replaced by their addresses.
 */
@ApplicationScoped
public class Assets {
    private static final String FOLDER = "/WEB-INF/assets/";
    private static final String PREFIX = "/assets/";
    private static final int HASH_LENGTH = 16;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml;charset=UTF-8",
            "txt", "text/plain;charset=UTF-8",
            "woff2", "font/woff2");

    @Inject
    ServletContext servlets;

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> assets = new HashMap<>();

    /**
     * One file as it is sent.
     *
     * @param zipped the content compressed, or the content itself if it is compressed already
     */
    public record Asset(String type, byte[] content, byte[] zipped) {
        @SuppressWarnings("ReferenceEquality") // What is not compressed is the very content.
        public boolean isZipped() {
            return zipped != content;
        }
    }

    @PostConstruct
    void load() {
        Set<String> paths = new TreeSet<>(servlets.getResourcePaths(FOLDER));
        paths.stream().filter(path -> !path.endsWith(".css")).forEach(path -> add(path, read(path)));
        paths.stream().filter(path -> path.endsWith(".css")).forEach(path -> add(path, linked(read(path))));
    }

    /**
     * The address of a file, such as /assets/durumi.0123456789abcdef.css.
     *
     * @throws IllegalArgumentException if there is no such file
     */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return address;
    }

    /** What stands at an address; empty if nothing does. */
    public Optional<Asset> at(String address) {
        return Optional.ofNullable(assets.get(address));
    }

    private void add(String path, byte[] content) {
        String name = path.substring(FOLDER.length());
        int dot = name.lastIndexOf('.');
        String ending = name.substring(dot + 1);
        String address = PREFIX + name.substring(0, dot) + "." + hash(content) + "." + ending;
        addresses.put(name, address);
        assets.put(
                address,
                new Asset(
                        Objects.requireNonNull(TYPES.get(ending), ending),
                        content,
                        ending.equals("woff2") ? content : zip(content)));
    }

    private byte[] linked(byte[] style) {
        String text = new String(style, StandardCharsets.UTF_8);
        for (Map.Entry<String, String> each : addresses.entrySet()) {
            text = text.replace("asset(" + each.getKey() + ")", "url(" + each.getValue() + ")");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private byte[] read(String path) {
        try (InputStream in = servlets.getResourceAsStream(path)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] zip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
