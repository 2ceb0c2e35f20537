package org.durumi.risk;

/**
 * An open question that keeps a rule from being answered. It never lowers the risk.
 *
 * @param rule the rule that waits for the answer
 * @param question what to ask; its text is the text of the constant
 */
public record Unknown(RuleCode rule, Question question) {}
