package de.werkraum.handover;

import de.werkraum.outside.Outside;
import de.werkraum.problem.Problem;

/** What whoever hands over is told, in both languages. */
final class Refusals {
    private Refusals() {}

    static Problem of(Outside.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> notFound();
            case INTERNAL -> closedNetwork();
            case UNPROTECTED -> unprotected();
        };
    }

    static Problem noAddress() {
        return Problem.told(
                "handoverAddress",
                "/url",
                "Das ist keine Adresse eines Kalenders. Sie beginnt mit https:// und enthält weder Namen noch Kennwort.",
                "This is no address of a calendar. It begins with https:// and holds neither name nor password.");
    }

    private static Problem notFound() {
        return Problem.told(
                "handoverAddress",
                "/url",
                "Diesen Server gibt es nicht. Bitte prüfen Sie die Adresse.",
                "There is no such server. Please check the address.");
    }

    private static Problem closedNetwork() {
        return Problem.told(
                "handoverAddress",
                "/url",
                "Diese Adresse liegt in einem internen Netz. Dorthin übergibt der Server nur, wenn der Betrieb sie freigibt (WERKRAUM_HANDOVER_HOSTS).",
                "This address lies in an internal network. The server hands over to it only if its operator allows it (WERKRAUM_HANDOVER_HOSTS).");
    }

    private static Problem unprotected() {
        return Problem.told(
                "handoverAddress",
                "/url",
                "Die Adresse beginnt mit http://. Das Kennwort würde ungeschützt übertragen; nehmen Sie https://.",
                "The address begins with http://. The password would travel unprotected; take https://.");
    }

    static Problem noCalendar() {
        return Problem.told(
                "handoverCollection",
                "/url",
                "An dieser Adresse ist kein Kalender. Nehmen Sie die Adresse, die der Kalender selbst nennt.",
                "There is no calendar at this address. Take the address that the calendar itself tells.");
    }

    static Problem elsewhere() {
        return Problem.told(
                "handoverCollection",
                "/url",
                "Der Kalender verweist an eine andere Adresse. Bitte geben Sie diese an.",
                "The calendar points to another address. Please give that one.");
    }

    static Problem wrongLogin() {
        return Problem.told(
                "handoverLogin",
                "/password",
                "Der Kalender nimmt Namen und Kennwort nicht an. Manche Server wollen ein eigenes App-Kennwort.",
                "The calendar doesn't take this name and password. Some servers want an app password of its own.");
    }

    static Problem away() {
        return Problem.told(
                "handoverAway",
                "/url",
                "Der Kalender antwortet nicht. Bitte versuchen Sie es später noch einmal.",
                "The calendar doesn't answer. Please try again later.");
    }
}
