// Small helps on top of pages that work without any script.
"use strict";

// A form sent once stays sent: its buttons rest until the page is shown again.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  form.setAttribute("aria-busy", "true");
  // The pressed button still counts in the request; it rests from the next moment on.
  setTimeout(() => form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = true)), 0);
});

// Coming back with the browser's own button finds the form ready again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-once]").forEach((form) => {
    delete form.dataset.sent;
    form.removeAttribute("aria-busy");
    form.querySelectorAll("button[type=submit]").forEach((button) => (button.disabled = false));
  });
});

// Whoever sent a form with faults is taken to the summary of them.
document.addEventListener("DOMContentLoaded", () => document.getElementById("error-summary")?.focus());
