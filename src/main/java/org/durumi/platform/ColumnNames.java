package org.durumi.platform;

import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;
import org.hibernate.boot.model.source.spi.AttributePath;

/**
 * Names the columns of values that have parts: a value of one part, as every identifier is, has the name of its field; of any
 * other value each part has a column, named after the field and the part.
 */
public class ColumnNames extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1L;
    private static final String ONLY_PART = "value";
    private static final String JOINT = "_";

    @Override
    protected String transformAttributePath(AttributePath path) {
        if (path.getParent() == null || path.getParent().getProperty().isEmpty()) {
            return path.getProperty();
        }
        String owner = transformAttributePath(path.getParent());
        return path.getProperty().equals(ONLY_PART) ? owner : owner + JOINT + path.getProperty();
    }
}
