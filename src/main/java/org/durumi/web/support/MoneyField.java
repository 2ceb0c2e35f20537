package org.durumi.web.support;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;
import org.durumi.kernel.Money;
import org.durumi.kernel.Texts;

/**
 * An amount of money. Commas between thousands are understood.
 *
 * @param currencyOfAnother the field in which its currency is chosen; empty if it has one of its own
 */
record MoneyField(String currencyOfAnother) implements Field<Money> {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,30}(\\.\\d{1,4})?");
    private static final Pattern GROUPS = Pattern.compile("\\d{1,3}(,\\d{3}){1,10}(\\.\\d{1,4})?");

    @Override
    public Optional<Money> read(FormInput input, String name) {
        String amount = input.typed(name).strip();
        if (amount.isEmpty()) {
            return input.refuse(name, "form.required");
        } else if (!AMOUNT.matcher(amount).matches() && !GROUPS.matcher(amount).matches()) {
            return input.refuse(name, "form.not-an-amount");
        }
        try {
            Currency currency = Currency.getInstance(input.typed(currency(name)));
            Money money = new Money(new BigDecimal(amount.replace(",", "")), currency);
            return money.isRecordable() ? Optional.of(money) : input.refuse(name, "form.amount-too-large");
        } catch (IllegalArgumentException noCurrency) {
            return input.refuse(name, "form.not-a-currency");
        } catch (ArithmeticException tooManyDigits) {
            return input.refuse(name, "form.too-many-digits");
        }
    }

    @Override
    public void fill(FormInput input, String name, Money money) {
        input.with(name, money.amount().toPlainString())
                .with(currency(name), money.currency().getCurrencyCode());
    }

    @Override
    public String show(Money money, Texts texts) {
        return texts.money(money);
    }

    private String currency(String name) {
        return currencyOfAnother.isEmpty() ? name + ".currency" : currencyOfAnother;
    }
}
