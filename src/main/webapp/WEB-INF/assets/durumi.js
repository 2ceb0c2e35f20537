// What makes the pages more comfortable. Every page works without it.
"use strict";

(() => {
  // A summary of errors takes the focus, so that a screen reader begins there.
  const summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
    document.title = summary.querySelector("h2").textContent.trim() + " – " + document.title;
  }

  // A form is sent once; coming back by the back button makes it usable again.
  const sent = new WeakSet();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.hasAttribute("data-once") || event.defaultPrevented) {
      return;
    }
    if (sent.has(form)) {
      event.preventDefault();
      return;
    }
    sent.add(form);
    form.setAttribute("aria-busy", "true");
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", "true"));
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });

  // Some changes ask first.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const question = form.getAttribute("data-confirm");
    if (!question || form.dataset.confirmed) {
      return;
    }
    event.preventDefault();
    ask(question, form.querySelector("button"), () => {
      form.dataset.confirmed = "yes";
      form.requestSubmit();
    });
  }, true);

  function ask(question, button, yes) {
    const dialog = document.createElement("dialog");
    const text = document.createElement("p");
    const actions = document.createElement("div");
    const cancel = document.createElement("button");
    const go = document.createElement("button");
    text.textContent = question;
    text.id = "question";
    dialog.setAttribute("aria-labelledby", "question");
    actions.className = "dialog-actions";
    cancel.className = "button plain";
    cancel.textContent = document.body.dataset.cancel;
    go.className = button.className;
    go.textContent = button.textContent;
    cancel.addEventListener("click", () => dialog.close());
    go.addEventListener("click", () => {
      dialog.close();
      yes();
    });
    dialog.addEventListener("close", () => dialog.remove());
    actions.append(cancel, go);
    dialog.append(text, actions);
    document.body.append(dialog);
    dialog.showModal();
    cancel.focus();
  }

  // Quick exit: the page is emptied, the session is ended, and a neutral page takes its place in the history.
  const leave = document.querySelector("[data-leave]");
  let escapes = [];
  function goAway(event) {
    if (event) {
      event.preventDefault();
    }
    document.title = "";
    document.body.replaceChildren();
    const token = leave.dataset.token;
    if (token) {
      fetch("/sign-out", {
        method: "POST", keepalive: true, redirect: "manual", body: new URLSearchParams({ token }),
      }).catch(() => {});
    }
    location.replace(leave.href);
  }
  if (leave) {
    leave.addEventListener("click", goAway);
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") {
        escapes = [];
        return;
      }
      escapes = escapes.filter((each) => event.timeStamp - each < 2000).concat(event.timeStamp);
      if (escapes.length === 3) {
        goAway();
      }
    });
  }
})();
