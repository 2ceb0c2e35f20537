package org.durumi.files;

import org.durumi.vault.CaseKey;

/**
 * A file that was opened against an access entry of this request, to be read piece by piece.
 *
 * @param part 0 for what is downloaded, else a page that can be looked at
 */
public record OpenFile(Attachment attachment, int part, CaseKey key) {
    /** In bytes. */
    public int length() {
        return attachment.length(part);
    }

    /** Of how many pieces it is. */
    public int pieces() {
        return Chunk.number(length());
    }
}
