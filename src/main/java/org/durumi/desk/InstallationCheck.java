package org.durumi.desk;

/** What an administrator is told of the installation. */
public enum InstallationCheck {
    KEYS,
    FOREIGN_ROWS,
    DISK,
    FILES,
    BACKUP,
    JOBS,
    MAILS,
    NOTICES,
    ACCOUNTS,
    SESSIONS,
    JAVA,
    DATABASE
}
