package org.durumi.platform;

import java.util.List;
import org.hibernate.dialect.function.array.ArrayAndElementArgumentTypeResolver;
import org.hibernate.metamodel.model.domain.ReturnableType;
import org.hibernate.query.sqm.function.AbstractSqmSelfRenderingFunctionDescriptor;
import org.hibernate.query.sqm.produce.function.StandardArgumentsValidators;
import org.hibernate.query.sqm.produce.function.StandardFunctionReturnTypeResolvers;
import org.hibernate.sql.ast.SqlAstTranslator;
import org.hibernate.sql.ast.spi.SqlAppender;
import org.hibernate.sql.ast.tree.SqlAstNode;
import org.hibernate.type.StandardBasicTypes;
import org.hibernate.type.spi.TypeConfiguration;

/**
 * Asks in a query whether an array holds a value. The array is one parameter, however many it holds, and it is the first: one
 * in the last place might stand for several, and Hibernate would translate the query anew whenever it is asked.
 */
final class Holds extends AbstractSqmSelfRenderingFunctionDescriptor {
    static final String NAME = "holds";

    Holds(TypeConfiguration types) {
        super(
                NAME,
                StandardArgumentsValidators.exactly(2),
                StandardFunctionReturnTypeResolvers.invariant(
                        types.getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN)),
                ArrayAndElementArgumentTypeResolver.DEFAULT_INSTANCE);
    }

    @Override
    public void render(
            SqlAppender sql,
            List<? extends SqlAstNode> arguments,
            ReturnableType<?> returnType,
            SqlAstTranslator<?> translator) {
        arguments.get(1).accept(translator);
        sql.append("=any(");
        arguments.get(0).accept(translator);
        sql.append(')');
    }
}
