package org.durumi.platform;

import java.sql.Types;
import org.hibernate.boot.model.FunctionContributions;
import org.hibernate.dialect.PostgreSQLDialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.type.StandardBasicTypes;

/** PostgreSQL where texts may be stored in domains, which say what may stand in them; EnumDomainsIT looks at these itself. */
public class DomainDialect extends PostgreSQLDialect {
    public DomainDialect(DialectResolutionInfo database) {
        super(database);
    }

    /** Teaches queries to ask whether a value is one of those of an array, which is one parameter however many they are. */
    @Override
    public void initializeFunctionRegistry(FunctionContributions functions) {
        super.initializeFunctionRegistry(functions);
        functions.getFunctionRegistry().register(Holds.NAME, new Holds(functions.getTypeConfiguration()));
        // Whether a caseworker is the person of this transaction, or somebody for whom they stand in. An array, which
        // an index is asked for.
        functions
                .getFunctionRegistry()
                .registerPattern(
                        "works_as",
                        "(?1=any(works_as()))",
                        functions.getTypeConfiguration().getBasicTypeRegistry().resolve(StandardBasicTypes.BOOLEAN));
    }

    @Override
    public boolean equivalentTypes(int wanted, int stored) {
        return wanted == Types.VARCHAR && stored == Types.DISTINCT || super.equivalentTypes(wanted, stored);
    }
}
