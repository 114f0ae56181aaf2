// What a screen may have to say besides its own one thing; each is absent most of the evening.

import type { Statement } from "../shared/protocol.ts";
import { RoleSign } from "../shared/roles.tsx";
import { t } from "../shared/texts.ts";
import { me, view } from "./session.ts";

export function NextGroup() {
  const roles = view.value?.next?.roles;
  const role = me.value.role;
  if (!role || !roles?.includes(role) || view.value?.circle?.roles.includes(role)) return null;
  return <p class="note">{t("phone-listen-next-you")}</p>;
}

export function Invitation() {
  const kind = view.value?.invitation;
  if (!kind || me.value.sat) return null;
  return (
    <p class="card warm" role="status">
      {t(kind === "starter" ? "phone-invite-starter" : "phone-invite-not-yet-spoken")}
    </p>
  );
}

/** S5: while nothing is kept, everybody can see that it isn't. */
export function OffRecord() {
  if (!view.value?.off_record) return null;
  return (
    <p class="card off" role="status">
      {t("phone-off-record")}
    </p>
  );
}

/** The name one has here; given, or a bird's. */
export function YouAre() {
  const role = view.value?.roles[me.value.role ?? ""];
  return (
    <p class="note">
      {role && <RoleSign role={role} size={20} />} {t("phone-you-are", { name: me.value.name ?? "" })}
    </p>
  );
}

/** Which statement of how many; the same sentence again is said to be so. */
export function Numbered({ statement }: { statement: Statement }) {
  const { no, of, round } = statement;
  return <>{t(round > 1 ? "phone-vote-again" : "statement-number-of", { no, of })}</>;
}
