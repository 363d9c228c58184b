package de.werkraum.hook;

import de.werkraum.outside.Outside;
import de.werkraum.problem.Problem;

/** What whoever makes a hook is told, in both languages. */
final class Refusals {
    private Refusals() {}

    static Problem of(Outside.Reason reason) {
        return switch (reason) {
            case UNKNOWN ->
                address(
                        "Diesen Server gibt es nicht. Bitte prüfen Sie die Adresse.",
                        "There is no such server. Please check the address.");
            case INTERNAL ->
                address(
                        "Diese Adresse liegt in einem internen Netz. Dorthin meldet der Server nur, wenn der Betrieb sie freigibt (WERKRAUM_HOOKS_ALLOW).",
                        "This address lies in an internal network. The server reports to it only if its operator allows it (WERKRAUM_HOOKS_ALLOW).");
            case UNPROTECTED ->
                address(
                        "Die Adresse beginnt mit http://. Nehmen Sie https://.",
                        "The address begins with http://. Take https://.");
        };
    }

    static Problem noAddress() {
        return address(
                "Das ist keine Adresse. Sie beginnt mit https:// und enthält weder Namen noch Kennwort.",
                "This is no address. It begins with https:// and holds neither name nor password.");
    }

    private static Problem address(String de, String en) {
        return Problem.told("hookAddress", "/url", de, en);
    }
}
