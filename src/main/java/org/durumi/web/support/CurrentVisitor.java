package org.durumi.web.support;

import jakarta.enterprise.context.RequestScoped;

/** Who sends the current request. */
@RequestScoped
public class CurrentVisitor {
    public Visitor visitor() {
        return Visitor.nobody();
    }
}
