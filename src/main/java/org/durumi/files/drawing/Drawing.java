package org.durumi.files.drawing;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** The program that draws one file, or writes a document anew, which comes in and goes out by its streams: nothing of it is ever in a file or an argument. */
public final class Drawing {
    /** The arguments that say what comes in. */
    static final String JPEG = "JPEG";

    private static final String PDF = "PDF";

    private Drawing() {}

    public static void main(String[] arguments) throws IOException {
        // Else whatever a library prints would stand between what was drawn.
        System.setOut(System.err);
        ImageIO.setUseCache(false);
        byte[] sent = System.in.readAllBytes();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            try {
                draw(arguments[0], sent).write(out);
            } catch (NotDrawable refused) {
                DrawnFile.refuse(refused.key(), out);
            } catch (IOException | RuntimeException | StackOverflowError unreadable) {
                DrawnFile.refuse("file.damaged", out);
            }
        }
    }

    private static DrawnFile draw(String kind, byte[] sent) throws IOException {
        return switch (kind) {
            case PDF -> PdfDrawing.draw(sent);
            case "ODT", "DOCX" -> OfficeDocument.copy(kind, sent);
            default -> ImageDrawing.draw(kind, sent);
        };
    }
}
