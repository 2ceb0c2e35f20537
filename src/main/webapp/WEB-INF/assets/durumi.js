// What makes the pages more comfortable. Every page works without it.
"use strict";

(() => {
  // What other parts of this script do, once they have begun.
  let hearNothing = () => {};
  let sessionIsOver = () => {};

  // A summary of errors takes the focus, so that a screen reader begins there.
  const summary = document.querySelector("[data-focus]");
  if (summary) {
    summary.focus();
    document.title = summary.querySelector("h2").textContent.trim() + " – " + document.title;
  }

  // The form that holds what is stored nowhere: whoever leaves the page but by sending it or cancelling is asked once.
  let typed = document.querySelector("form[data-typed]");
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.hasAttribute("data-once") && !form.closest("[role=search]")) {
      typed = form;
    }
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-cancel-form]")) {
      typed = null;
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed) {
      event.preventDefault();
    }
  });

  // A form is sent once. After some seconds, or when the browser gave up on the answer, it may be sent again: the server
  // tells whether it has come before.
  const patience = 8000;
  const sent = new Set();
  function release() {
    sent.forEach((form) => {
      form.removeAttribute("aria-busy");
      form.querySelectorAll("button").forEach((button) => button.removeAttribute("aria-disabled"));
      if (!form.matches(".one-button") && !form.closest("[role=search]")) {
        typed = form;
      }
    });
    sent.clear();
  }
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
    if (typed === form) {
      typed = null;
    }
    form.setAttribute("aria-busy", "true");
    form.querySelectorAll("button").forEach((button) => button.setAttribute("aria-disabled", "true"));
    setTimeout(release, patience);
  });
  if ("navigation" in window) {
    window.navigation.addEventListener("navigateerror", release);
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      location.reload();
    }
  });

  // A text may be pasted whole, also where it is too long: from near the end on, the field counts, and nothing is cut off.
  const numbers = new Intl.NumberFormat(document.documentElement.lang);
  function count(field) {
    const most = Number(field.dataset.longest);
    const length = [...field.value.normalize("NFC").trim()].length;
    let counter = field.nextElementSibling;
    if (!counter || !counter.classList.contains("count")) {
      if (length * 5 < most * 4) {
        return;
      }
      counter = document.createElement("p");
      counter.className = "count";
      counter.setAttribute("aria-live", "polite");
      field.after(counter);
    }
    counter.textContent = length * 5 < most * 4 ? "" : numbers.format(length) + " / " + numbers.format(most);
    counter.classList.toggle("over", length > most);
  }
  document.querySelectorAll("[data-longest]").forEach(count);
  document.addEventListener("input", (event) => {
    if (event.target.dataset.longest) {
      count(event.target);
    }
  });

  // What is larger than the server reads is not sent: it would be lost.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    const over = form.querySelector(".count.over");
    if (over && new URLSearchParams(new FormData(form)).toString().length > 64 * 1024) {
      event.preventDefault();
      over.previousElementSibling.focus();
    }
  }, true);

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

  // Quick exit: the page is emptied, the session is ended, and a neutral page takes its place in the history. A half-filled
  // form goes along with the end of the session and waits on the server, sealed for its sender.
  const mostKeptAlive = 60 * 1024;
  const leave = document.querySelector("[data-leave]");
  const escapesWithin = 1500;
  let escapes = [];
  function goAway(event) {
    if (event) {
      event.preventDefault();
    }
    const token = leave.dataset.token;
    let last = new URLSearchParams({ token });
    if (typed) {
      const form = new URLSearchParams(new FormData(typed));
      form.set("left", typed.getAttribute("action"));
      last = form.toString().length > mostKeptAlive ? last : form;
      typed = null;
    }
    hearNothing();
    document.title = "";
    document.body.replaceChildren();
    if (token) {
      fetch("/sign-out", { method: "POST", keepalive: true, redirect: "manual", body: last }).catch(() => {});
    }
    location.replace(leave.href);
  }
  if (leave) {
    leave.addEventListener("click", goAway);
    document.addEventListener("keydown", (event) => {
      // Escape that ends the composing of a syllable says something else, and a held key is one press.
      if (event.key !== "Escape" || event.isComposing) {
        escapes = [];
        return;
      }
      if (event.repeat) {
        return;
      }
      escapes = escapes.filter((each) => event.timeStamp - each < escapesWithin).concat(event.timeStamp);
      if (escapes.length === 3) {
        goAway();
      }
    });
  }

  // Warns before the session ends because nothing is done, and covers the page when it has.
  const idle = document.querySelector("[data-idle]");
  if (idle) {
    const warnFor = 120;
    const left = idle.querySelector("[data-left]");
    const say = idle.querySelector("[data-say]");
    const tabs = "BroadcastChannel" in window ? new BroadcastChannel("durumi-idle") : null;
    let deadline = 0;
    let over = false;
    let last = false;
    let told = false;

    const begin = (seconds) => {
      deadline = Date.now() + seconds * 1000;
      if (idle.open && !over) {
        idle.close();
      }
    };
    const tick = () => {
      const seconds = Math.ceil((deadline - Date.now()) / 1000);
      if (over || seconds > warnFor) {
        return;
      }
      if (seconds <= 0) {
        end();
        return;
      }
      if (told) {
        return;
      }
      left.textContent = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
      if (!idle.open) {
        say.textContent = "";
        idle.showModal();
      }
      if (seconds <= 60 && !say.textContent) {
        say.textContent = say.dataset.say;
      }
    };
    // What stands on the page is covered; what was typed stays in it.
    const end = () => {
      over = true;
      idle.classList.add("over");
      idle.querySelector("[data-soon]").hidden = true;
      idle.querySelector("[data-over]").hidden = false;
      idle.setAttribute("aria-labelledby", "idle-over-title");
      idle.setAttribute("aria-describedby", "idle-over-text");
      if (!idle.open) {
        idle.showModal();
      }
      idle.querySelector("[data-again]").focus();
    };
    sessionIsOver = end;
    const resume = () => {
      over = false;
      idle.classList.remove("over");
      idle.querySelector("[data-soon]").hidden = false;
      idle.querySelector("[data-over]").hidden = true;
      idle.setAttribute("aria-labelledby", "idle-title");
      idle.setAttribute("aria-describedby", "idle-text");
      if (idle.open) {
        idle.close();
      }
    };
    // Any request keeps the session; this one says how long it lasts now, or that it is over.
    const stay = async () => {
      const answer = await fetch("/my-session/left", { redirect: "manual", cache: "no-store" }).catch(() => null);
      if (answer && answer.ok) {
        const seconds = Number(await answer.text());
        // The longest time of a session is over soon whatever is done: that is said once.
        if (seconds <= warnFor && !last) {
          last = true;
          idle.querySelector("#idle-text").textContent = idle.dataset.last;
          return true;
        }
        told = last;
        resume();
        begin(seconds);
        if (tabs) {
          tabs.postMessage(seconds);
        }
        return true;
      }
      if (answer) {
        end();
      }
      return false;
    };

    idle.addEventListener("cancel", (event) => {
      event.preventDefault();
      if (!over) {
        stay();
      }
    });
    // A browser closes it at the second press of Escape, whatever we say.
    idle.addEventListener("close", () => {
      if (over) {
        idle.showModal();
      }
    });
    idle.querySelector("[data-stay]").addEventListener("click", stay);
    idle.querySelector("[data-again]").addEventListener("click", async () => {
      if (await stay()) {
        return;
      }
      // The session has ended, so that nothing of the form is carried out: it is kept until its sender has signed in.
      if (typed) {
        const form = typed;
        typed = null;
        HTMLFormElement.prototype.submit.call(form);
      } else {
        location.assign(location.pathname + location.search);
      }
    });
    if (tabs) {
      tabs.addEventListener("message", (event) => {
        if (!over) {
          begin(event.data);
        }
      });
    }
    const seconds = Number(idle.dataset.idle);
    begin(seconds);
    if (tabs) {
      tabs.postMessage(seconds);
    }
    setInterval(tick, 1000);
    document.addEventListener("visibilitychange", tick);
  }

  // What waits, while the page is open: the number beside the bell and in the title, and a bar for what cannot wait. Of the tabs of a
  // session one listens and tells the others.
  const bell = document.querySelector("[data-bell]");
  if (bell && "EventSource" in window) {
    const address = "/notices/events";
    const hiddenFor = 5 * 60 * 1000;
    const cookieComes = 3000;
    const shortest = 15 * 1000;
    const longest = 4 * 60 * 1000;
    const mostBars = 3;
    const number = bell.querySelector("[data-number]");
    const words = bell.querySelector("[data-words]");
    const bars = document.querySelector("[data-told]");
    const title = document.title;
    const tabs = "BroadcastChannel" in window ? new BroadcastChannel("durumi-bell") : null;
    let since = bell.dataset.since ?? "";
    let source = null;
    let later = 0;
    let away = 0;
    let pause = shortest;

    const ring = (count, text) => {
      number.textContent = count;
      number.hidden = count === "0";
      words.textContent = text;
      document.title = (count === "0" ? "" : "(" + count + ") ") + title;
    };
    // It takes no place of the page and no focus: what somebody types goes on.
    const tell = (kind, caseNumber) => {
      const what = kind + " " + caseNumber;
      if ([...bars.children].some((each) => each.dataset.what === what)) {
        return;
      }
      const bar = document.createElement("div");
      const text = document.createElement("strong");
      const link = document.createElement("a");
      const close = document.createElement("button");
      bar.className = "told-bar";
      bar.dataset.what = what;
      bar.setAttribute("role", "alert");
      text.textContent = bars.dataset[kind.toLowerCase()];
      link.href = caseNumber ? "/cases/" + encodeURIComponent(caseNumber) : bell.href;
      link.textContent = caseNumber || bars.dataset.home;
      close.type = "button";
      close.textContent = bars.dataset.close;
      close.addEventListener("click", () => bar.remove());
      bar.append(text, " ", link, " ", close);
      bars.append(bar);
      if (bars.children.length > mostBars) {
        bars.firstElementChild.remove();
      }
    };
    const hear = (kind, data, id) => {
      const [first, second] = data.split("\n");
      since = id;
      if (kind === "waiting") {
        ring(first, second);
      } else {
        tell(first, second);
      }
    };
    const stop = () => {
      clearTimeout(later);
      if (source) {
        source.close();
        source = null;
      }
    };
    const wait = (how, time) => {
      stop();
      later = setTimeout(how, time);
    };
    const listen = () => {
      stop();
      source = new EventSource(address + "?since=" + since);
      for (const kind of ["waiting", "told"]) {
        source.addEventListener(kind, (event) => {
          pause = shortest;
          hear(kind, event.data, event.lastEventId);
          if (tabs) {
            tabs.postMessage({ kind, data: event.data, id: event.lastEventId });
          }
        });
      }
      source.addEventListener("elsewhere", stop);
      // Another tab may have proved anew who sits here: its cookie needs a moment.
      source.addEventListener("ended", () => wait(ask, cookieComes));
      source.addEventListener("error", () => {
        if (source && source.readyState === EventSource.CLOSED) {
          wait(ask, pause);
          pause = Math.min(pause * 2, longest);
        }
      });
    };
    // A browser says of a connection that was refused no more than that: whether the session is over is asked for. Neither keeps it.
    const ask = async () => {
      const answer = await fetch(address, { redirect: "manual", cache: "no-store" }).catch(() => null);
      if (answer && answer.status === 401) {
        sessionIsOver();
      } else if (answer && answer.type === "opaqueredirect") {
        listen();
      } else {
        wait(ask, pause);
        pause = Math.min(pause * 2, longest);
      }
    };

    hearNothing = stop;
    document.addEventListener("visibilitychange", () => {
      clearTimeout(away);
      if (document.hidden) {
        away = setTimeout(stop, hiddenFor);
      } else if (!source) {
        listen();
      }
    });
    window.addEventListener("pagehide", () => {
      if (source && tabs) {
        tabs.postMessage({ kind: "gone" });
      }
      stop();
    });
    if (tabs) {
      tabs.addEventListener("message", (event) => {
        if (event.data.kind !== "gone") {
          hear(event.data.kind, event.data.data, event.data.id);
        } else if (!source && !document.hidden) {
          listen();
        }
      });
    }
    if (!document.hidden) {
      listen();
    }
  }
})();

// Single keys lead to pages, for whoever has not switched them off. None does anything but lead there.
(() => {
  const keys = new Map(
    (document.documentElement.dataset.keys || "").split(" ").filter(Boolean).map((each) => each.split("|")),
  );
  // The page was asked for by the key that looks for a case.
  const wanted = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (wanted && wanted.matches("[role=search] input")) {
    wanted.focus();
  }
  if (!keys.size) {
    return;
  }
  const patience = 1500;
  let first = "";
  let since = 0;
  // A keyboard with Latin letters says which letter it means; of any other the place of the key does, so that ㅊ is C.
  function said(event) {
    if (/^[a-z/?]$/.test(event.key)) {
      return event.key;
    } else if (event.code === "Slash" && event.key.charCodeAt(0) > 127) {
      return event.shiftKey ? "?" : "/";
    }
    const letter = /^Key([A-Z])$/.exec(event.code);
    return letter && !event.shiftKey && !/^[A-Z]$/.test(event.key) ? letter[1].toLowerCase() : "";
  }
  function isTyping(event) {
    return event.isComposing || !(event.target instanceof Element) || event.target.closest("input, select, textarea, [contenteditable], dialog, [role=dialog]");
  }
  document.addEventListener("keydown", (event) => {
    const key = said(event);
    const before = event.timeStamp - since < patience ? first : "";
    first = "";
    if (!key || event.repeat || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isTyping(event)) {
      return;
    }
    if (key === "g" && !before) {
      first = key;
      since = event.timeStamp;
      return;
    }
    const address = keys.get(before + key);
    if (!address) {
      return;
    }
    event.preventDefault();
    const [path, field] = address.split("#");
    const here = field && location.pathname === path && document.getElementById(field);
    if (here) {
      here.focus();
    } else {
      location.assign(address);
    }
  });
})();
