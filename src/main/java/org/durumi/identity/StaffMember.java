package org.durumi.identity;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.durumi.kernel.UserId;
import org.durumi.kernel.VisibleText;
import org.jspecify.annotations.Nullable;

/** One person of the staff as colleagues see them: a handle, a language, what they have chosen. No legal name, no address. */
@Entity
@Table(name = "staff_member")
public class StaffMember {
    @EmbeddedId
    private UserId userId;

    private String handle;

    private String roles;
    private @Nullable String language;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    @Enumerated(EnumType.STRING)
    private Density density;

    private boolean shortcuts;
    private int newsSeen;

    @Version
    private int version;

    protected StaffMember() {
        // Hibernate
    }

    /** Somebody whom nobody has introduced yet: the beginning of the subject stands for a handle. */
    static StaffMember meet(UserId id, Set<Role> roles) {
        return introduce(id, id.beginning(), roles);
    }

    static StaffMember introduce(UserId id, String handle, Set<Role> roles) {
        StaffMember member = new StaffMember();
        member.userId = id;
        member.call(handle);
        member.see(roles);
        member.prefer(Preferences.USUAL);
        return member;
    }

    public UserId id() {
        return userId;
    }

    /** What colleagues call this person in Durumi, such as «haneul»; never a legal name. */
    public String handle() {
        return handle;
    }

    /**
     * What the identity provider named last, also to whom was refused: an administrator sees whether it differs. It says nothing of who may
     * do what. None of somebody who was invited and has never come.
     */
    public Set<Role> rolesLastSeen() {
        return Role.listed(roles);
    }

    /** The language that this person chose; empty as long as they are content with their browser's. */
    public Optional<Locale> language() {
        return Optional.ofNullable(language).map(Locale::forLanguageTag);
    }

    /** What this person has chosen for themselves. */
    public Preferences preferences() {
        return new Preferences(theme, density, shortcuts, newsSeen);
    }

    void call(String newHandle) {
        if (VisibleText.isEmpty(newHandle)) {
            throw new IllegalArgumentException("no handle");
        }
        handle = newHandle;
    }

    void see(Set<Role> seen) {
        roles = seen.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    void speak(Locale newLanguage) {
        language = newLanguage.getLanguage();
    }

    void prefer(Preferences chosen) {
        theme = chosen.theme();
        density = chosen.density();
        shortcuts = chosen.shortcuts();
        newsSeen = chosen.newsSeen();
    }
}
