package org.durumi.web.support;

import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Gathers what the framework hands on byte by byte: otherwise each byte of a page goes through eight streams by itself. */
@Provider
public class GatheredPages implements WriterInterceptor {

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        OutputStream sender = context.getOutputStream();
        Gathered gathered = new Gathered();
        context.setOutputStream(gathered);
        context.proceed();
        sender.write(gathered.bytes, 0, gathered.count);
    }

    /** Not synchronised: a lock for each byte would cost as much as the streams. */
    private static final class Gathered extends OutputStream {
        private static final int USUAL_PAGE = 64 * 1024;

        private byte[] bytes = new byte[USUAL_PAGE];
        private int count;

        @Override
        public void write(int each) {
            room(1);
            bytes[count++] = (byte) each;
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            room(length);
            System.arraycopy(more, offset, bytes, count, length);
            count += length;
        }

        private void room(int length) {
            if (length > bytes.length - count) {
                bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, count + length));
            }
        }
    }
}
