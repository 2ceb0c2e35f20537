package org.durumi.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.durumi.kernel.Texts;

/** Fills in the form on a page as a person does, by what its fields are called. */
record Pen(Page page) {
    private static final String SUBMIT = "main form.form .actions > button:not([name='then']):not([formaction])";

    Pen write(String field, String value) {
        named(field).fill(value);
        return this;
    }

    /** Chooses from a list, or one of several circles or boxes. */
    Pen choose(String field, String value) {
        Locator list = page.locator("select[name='" + field + "']");
        if (list.count() == 1) {
            list.selectOption(value);
        } else {
            page.locator("input[name='" + field + "'][value='" + value + "']").check();
        }
        return this;
    }

    Pen tick(String field) {
        named(field).check();
        return this;
    }

    Pen place(String field, String name, String country) {
        return write(field, name).choose(field + ".country", country);
    }

    Pen date(String field, String value, String qualifier, String words) {
        return write(field, value).choose(field + ".qualifier", qualifier).write(field + ".words", words);
    }

    /** Sends the form. */
    void send() {
        page.locator(SUBMIT).click();
    }

    /** Sends the form and waits until the next page says that it was done. */
    void sendAndRead(Texts texts, String notice) {
        send();
        assertThat(page.locator(".notice")).hasText(texts.text(notice));
    }

    /** Sends the form twice in quick succession, as an impatient hand does. */
    void sendTwice() {
        page.locator(SUBMIT).dblclick();
    }

    /** The form as the browser would send it. */
    String asSent() {
        return (String) page.evaluate(
                "() => new URLSearchParams(new FormData(document.querySelector('main form.form'))).toString()");
    }

    private Locator named(String field) {
        return page.locator("[name='" + field + "']");
    }
}
