/** Kinds of debt in the words of the gate (`debts[].type`); what a rule asks about stands here. */
export const debtTypes = [
  'credit_card',
  'personal_loan',
  'payday_loan',
  'microcredit',
  'auto_loan',
  'mortgage',
  'secured_principal',
  'student_loan',
  'overdraft',
  'retail_credit',
  'deferred_payment_credit',
  'medical',
  'utility',
  'telecom',
  'insurance',
  'rent',
  'subscription',
  'tax',
  'fine',
  'child_maintenance',
  'business',
] as const;
export type DebtType = (typeof debtTypes)[number];

/** What books call the product of an account, in English, Spanish and German. Parted by bars. */
const products: Readonly<Record<DebtType, string>> = {
  credit_card:
    'card | credit card | credit cards | revolving | tarjeta | tarjeta credito | kreditkarte',
  personal_loan: `
    loan | personal loan | consumer loan | instalment loan | installment loan | consumer credit |
    prestamo | prestamo personal | credito consumo | kredit | ratenkredit | darlehen |
    privatkredit`,
  payday_loan: 'payday | payday loan | short term loan | minicredito | kurzzeitkredit',
  microcredit: 'microcredit | microloan | microfinance | microcredito | mikrokredit',
  auto_loan: `
    auto loan | car loan | auto finance | car finance | vehicle loan | vehicle finance |
    prestamo auto | credito automotriz | autokredit`,
  mortgage: 'mortgage | home loan | hipoteca | credito hipotecario | hypothek | baufinanzierung',
  secured_principal: 'mortgage principal | secured principal',
  student_loan: `
    student loan | student loans | education loan | prestamo estudiantil | credito educativo |
    studienkredit | bildungskredit`,
  overdraft: 'overdraft | current account | descubierto | sobregiro | dispokredit | dispo',
  retail_credit: `
    retail | retail credit | store card | store credit | catalogue | catalog credit |
    credito comercio | kundenkarte`,
  deferred_payment_credit: `
    bnpl | buy now pay later | deferred payment | deferred payment credit | pay later |
    compra ahora paga despues | rechnungskauf`,
  medical: `
    medical | health | healthcare | hospital | dental | doctor | medico | salud | sanidad |
    arzt | krankenhaus | zahnarzt`,
  utility: `
    utility | utilities | energy | electricity | power | gas | water | heating | servicios |
    energia | electricidad | luz | agua | strom | energie | wasser | fernwarme`,
  telecom: `
    telecom | telco | telephone | phone | mobile | broadband | internet | cable | telefonia |
    telecomunicaciones | telefon | mobilfunk`,
  insurance: 'insurance | insurance premium | premium | seguro | seguros | versicherung',
  rent: 'rent | rental | lease | tenancy | alquiler | arriendo | renta | miete',
  subscription: `
    subscription | membership | gym | streaming | suscripcion | membresia | abo | abonnement |
    mitgliedschaft`,
  tax: 'tax | taxes | council tax | property tax | impuesto | impuestos | steuer | steuern',
  fine: 'fine | fines | court fine | penalty | parking | multa | multas | bussgeld | strafe',
  child_maintenance: 'child maintenance | child support | pension alimenticia | unterhalt',
  business: `
    business | commercial | trade | trade credit | business loan | business credit | b2b |
    credito comercial | credito empresarial | gewerbe | firmenkredit | lieferantenkredit`,
};

const byProduct: ReadonlyMap<string, DebtType> = new Map(
  debtTypes.flatMap((type) =>
    [...products[type].split('|'), type].map((word) => [plain(word), type] as const),
  ),
);

function plain(product: string): string {
  return product
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** The kind of debt that a product is, or null for a product whose kind somebody has to say. */
export function debtTypeOf(product: string): DebtType | null {
  return byProduct.get(plain(product)) ?? null;
}
