package org.durumi.web.support;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The crane, for browsers that ask for an icon by its old name because the document, a PDF, names none. */
@WebServlet("/favicon.ico")
public class FaviconServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendRedirect(assets.address("crane.svg"));
    }
}
