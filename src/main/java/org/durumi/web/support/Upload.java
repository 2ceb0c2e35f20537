package org.durumi.web.support;

/**
 * The file that came with a form. What its sender calls it is read by nobody.
 *
 * @param content empty if none was chosen, or it is too large
 * @param tooLarge whether it is larger than any file that is taken
 */
public record Upload(byte[] content, boolean tooLarge) {
    static final Upload NONE = new Upload(new byte[0], false);
}
